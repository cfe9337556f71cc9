using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Corporate;

/// <summary>The parent company and the subsidiaries 集团 that an account belongs to, as far as the viewer sees them.</summary>
internal sealed class CorporateGroup(JingkeDbContext db, JingkeDbFactory factory)
{
    /// <summary>How many levels a group may have.</summary>
    public const int MaximumDepth = 8;

    /// <summary>Most members that are shown and counted together.</summary>
    public const int Most = 500;

    /// <summary>Reads the group; a group of one when the account stands alone.</summary>
    public async Task<CorporateTree> RunAsync(Account account, CancellationToken cancel)
    {
        var (top, hidden) = await TopAsync(account, cancel);
        var found = new List<CorporateMember> { new(top, 0) };
        var level = new List<long> { top.Id };
        for (var depth = 1; depth < MaximumDepth && level.Count > 0 && found.Count < Most; depth++)
        {
            var above = level;
            var below = await db
                .Accounts.AsNoTracking()
                .Where(each => above.Contains(each.ParentId!.Value))
                .OrderByDescending(each => each.NetSales)
                .ThenBy(each => each.Id)
                .Take(Most - found.Count)
                .ToListAsync(cancel);
            found.AddRange(below.Select(each => new CorporateMember(each, depth)));
            level = below.ConvertAll(each => each.Id);
        }
        return new(InOrder(found), hidden + await HiddenBelowAsync(found, cancel));
    }

    private async Task<(Account Top, int Hidden)> TopAsync(Account account, CancellationToken cancel)
    {
        var top = account;
        for (var depth = 1; depth < MaximumDepth && top.ParentId is { } parentId; depth++)
        {
            if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(each => each.Id == parentId, cancel) is not { } parent)
                return (top, 1);
            top = parent;
        }
        return (top, 0);
    }

    // Nothing but their number leaves here: whoever may not see an account is not to learn its name this way.
    private async Task<int> HiddenBelowAsync(List<CorporateMember> found, CancellationToken cancel)
    {
        if (db.Viewer.SeesAll)
            return 0;
        var ids = found.ConvertAll(each => each.Account.Id);
        await using var whole = factory.CreateForSystem();
        return await whole.Accounts.CountAsync(each => ids.Contains(each.ParentId!.Value) && !ids.Contains(each.Id), cancel);
    }

    private static List<CorporateMember> InOrder(List<CorporateMember> found)
    {
        var below = found.Skip(1).ToLookup(each => each.Account.ParentId!.Value);
        var ordered = new List<CorporateMember>(found.Count);
        Add(found[0]);
        return ordered;

        void Add(CorporateMember member)
        {
            ordered.Add(member);
            foreach (var each in below[member.Account.Id])
                Add(each);
        }
    }
}

/// <summary>One company of a group.</summary>
/// <param name="Account">The account.</param>
/// <param name="Depth">0 for the one at the top.</param>
public sealed record CorporateMember(Account Account, int Depth);

/// <summary>A group of companies.</summary>
/// <param name="Members">The company at the top, and below each its subsidiaries, the largest first.</param>
/// <param name="Hidden">How many more belong to it that the viewer does not see.</param>
public sealed record CorporateTree(IReadOnlyList<CorporateMember> Members, int Hidden)
{
    /// <summary>Whether there is more than the account itself.</summary>
    public bool IsGroup => Members.Count + Hidden > 1;

    /// <summary>Identifiers of the members.</summary>
    public IReadOnlyList<long> Ids => [.. Members.Select(each => each.Account.Id)];
}
