using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Corporate;

/// <summary>Makes an account a subsidiary of another one, or of none.</summary>
internal sealed class BelongToParent(JingkeDbContext db, JingkeDbFactory factory)
{
    /// <summary>Sets the parent company.</summary>
    /// <param name="id">The account.</param>
    /// <param name="parentId">The company above it; null for none.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The account's name and its parent's.</returns>
    /// <exception cref="NotFoundException">One of them is not in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c>, <c>account.own-parent</c>, <c>account.parent-below</c> (name of the parent),
    /// <c>account.parent-household</c>, <c>account.parent-deep</c> (most levels)</exception>
    public async Task<(string Name, string? Parent)> RunAsync(long id, long? parentId, CancellationToken cancel)
    {
        var account = await db.AccountToChangeAsync(id, cancel);
        var parent = parentId is { } wanted
            ? await db.Accounts.SingleOrDefaultAsync(each => each.Id == wanted, cancel)
                ?? throw new NotFoundException(nameof(Account), wanted)
            : null;
        account.BelongTo(parentId);
        if (parent is not null)
            await CheckAsync(account, parent, cancel);
        await db.SaveChangesAsync(cancel);
        return (account.Name, parent?.Name);
    }

    private async Task CheckAsync(Account account, Account parent, CancellationToken cancel)
    {
        if (account.Kind == AccountKind.Household || parent.Kind == AccountKind.Household)
            throw new RuleException("account.parent-household");

        // Also through companies that the viewer does not see: a circle is one wherever it closes.
        await using var whole = factory.CreateForSystem();
        var (above, levels) = (parent.ParentId, 2);
        for (; above is { } next; levels++)
        {
            if (next == account.Id)
                throw new RuleException("account.parent-below", parent.Name, account.Name);
            if (levels >= CorporateGroup.MaximumDepth)
                throw new RuleException("account.parent-deep", CorporateGroup.MaximumDepth);
            above = await whole.Accounts.Where(each => each.Id == next).Select(each => each.ParentId).SingleOrDefaultAsync(cancel);
        }

        // The companies below come along.
        var level = new List<long> { account.Id };
        while (level.Count > 0)
        {
            if (levels > CorporateGroup.MaximumDepth)
                throw new RuleException("account.parent-deep", CorporateGroup.MaximumDepth);
            var here = level;
            level = await whole.Accounts.Where(each => here.Contains(each.ParentId!.Value)).Select(each => each.Id).ToListAsync(cancel);
            levels++;
        }
    }
}
