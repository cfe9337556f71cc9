using System.Numerics;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;

namespace Jingke.Web.Features.Accounts.List.Index;

/// <summary>
/// The accounts that a viewer sees and a filter keeps, as bits over the rows of the columns. The conditions are those of
/// <see cref="AccountConditions"/>; a test holds the two against each other.
/// </summary>
internal sealed class AccountSieve
{
    private readonly AccountColumns columns;
    private readonly ulong[] kept;

    private AccountSieve(AccountColumns columns, ulong[] kept) => (this.columns, this.kept) = (columns, kept);

    /// <summary>How many accounts there are.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var bits in kept)
                count += BitOperations.PopCount(bits);
            return count;
        }
    }

    /// <summary>Whether the account of a row is one of them.</summary>
    public bool this[int row] => (kept[row >> 6] >> row & 1) != 0;

    /// <summary>Sieves the accounts.</summary>
    /// <param name="columns">All accounts.</param>
    /// <param name="viewer">Who is looking.</param>
    /// <param name="filter">What is wanted; without words to be searched for.</param>
    /// <param name="provinces">The provinces of the filter's zone; null without one.</param>
    /// <param name="people">Tells the teams below a team.</param>
    public static AccountSieve Of(
        AccountColumns columns,
        Viewer viewer,
        AccountFilter filter,
        IReadOnlyCollection<string>? provinces,
        PeopleDirectory.Snapshot people
    )
    {
        var sieve = new AccountSieve(columns, [.. columns.ScopeOf(viewer)]);
        sieve.KeepResponsible(viewer, filter, people);
        sieve.KeepDescribed(filter);
        if (provinces is not null)
            sieve.Keep(columns.Province.Codes, columns.Province.Where(provinces.Contains));
        sieve.KeepTraded(filter);
        return sieve;
    }

    private void KeepResponsible(Viewer viewer, AccountFilter filter, PeopleDirectory.Snapshot people)
    {
        var wanted = filter.Mine ? viewer.UserId : filter.OwnerId;
        if (wanted is not null)
            Keep(columns.Owner.Codes, columns.Owner.Where(owner => owner == wanted));
        if (filter.NoOwner)
            Keep(columns.Owner.Codes, columns.Owner.Missing());
        if (filter.TeamId is { } top && people.TeamAndBelow(top) is var teams)
            Keep(columns.Team.Codes, columns.Team.Where(team => teams.Contains(team!.Value)));
        if (filter.NoTeam)
            Keep(columns.Team.Codes, columns.Team.Missing());
    }

    private void KeepDescribed(AccountFilter filter)
    {
        if (filter.Tier is { } wanted)
            Keep(columns.Tier.Codes, columns.Tier.Where(tier => tier == wanted));
        if (filter.NoTier)
            Keep(columns.Tier.Codes, columns.Tier.Missing());
        if (filter.Kind is { } ofKind)
            Keep(columns.Kind.Codes, columns.Kind.Where(kind => kind == ofKind));
        KeepText(columns.Province, filter.Province);
        KeepText(columns.City, filter.City);
        KeepText(columns.Ownership, filter.Ownership);
        KeepText(columns.Size, filter.Size);
        KeepText(columns.Source, filter.Source);
        if (filter.Industry is { Length: 1 } section && AccountConditions.DivisionsOf(section) is var divisions)
            Keep(
                columns.Industry.Codes,
                columns.Industry.Where(code => code == section || divisions.Contains(code[..Math.Min(2, code.Length)]))
            );
        else if (filter.Industry is { } above)
            Keep(columns.Industry.Codes, columns.Industry.Where(code => code.StartsWith(above, StringComparison.Ordinal)));
    }

    private void KeepText(CodedValues<string> column, string? wanted)
    {
        if (wanted is not null)
            Keep(column.Codes, column.Where(text => text == wanted));
    }

    private void KeepTraded(AccountFilter filter)
    {
        if (filter.LastOrderFrom is { } from)
            Keep(columns.LastOrder, day => day >= from.DayNumber);
        if (filter.LastOrderTo is { } to)
            Keep(columns.LastOrder, day => day <= to.DayNumber && day != AccountColumns.NoDay);
        if (filter.SalesFrom is { } least)
            Keep(columns.NetSales, sales => sales >= least);
        if (filter.SalesTo is { } most)
            Keep(columns.NetSales, sales => sales <= most);
    }

    private void Keep(ReadOnlySpan<int> codes, bool[] wanted)
    {
        for (var word = 0; word < kept.Length; word++)
        for (var left = kept[word]; left != 0; left &= left - 1)
            if (!wanted[codes[(word << 6) + BitOperations.TrailingZeroCount(left)]])
                kept[word] &= ~(left & (~left + 1));
    }

    private void Keep<T>(ReadOnlySpan<T> values, Predicate<T> isWanted)
    {
        for (var word = 0; word < kept.Length; word++)
        for (var left = kept[word]; left != 0; left &= left - 1)
            if (!isWanted(values[(word << 6) + BitOperations.TrailingZeroCount(left)]))
                kept[word] &= ~(left & (~left + 1));
    }
}
