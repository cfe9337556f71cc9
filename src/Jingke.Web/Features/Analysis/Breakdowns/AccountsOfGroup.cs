using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Figures;
using Jingke.Analytics.Ledger;
using Jingke.Domain;
using Jingke.Web.Common;
using Jingke.Web.Ledger;

namespace Jingke.Web.Features.Analysis.Breakdowns;

/// <summary>The accounts behind a figure, each with its part: what they bought in the group adds up to the figure.</summary>
internal sealed class AccountsOfGroup(AnalysisScope scope, GroupWords words)
{
    /// <summary>Columns that the list can be sorted by.</summary>
    public static readonly string[] Sorts = ["name", "sales", "previous", "change", "last"];

    /// <summary>Which accounts.</summary>
    /// <param name="Dimension">Groups of what; null for all accounts.</param>
    /// <param name="Group">Key of the group; empty is "not known".</param>
    /// <param name="Lost">Instead of the active accounts, those that bought in the comparison period only.</param>
    public sealed record Filter(Dimension? Dimension, string Group, bool Lost = false);

    /// <summary>An account and its part of the group.</summary>
    /// <param name="Id">The account.</param>
    /// <param name="Code">Its code; may be empty.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="NetSales">Net sales in the group, ten-thousandths.</param>
    /// <param name="Share">Those / net sales of the group; null when these are not positive.</param>
    /// <param name="PreviousNetSales">Net sales in the group in the comparison period, ten-thousandths.</param>
    /// <param name="Change">Year on year in the group.</param>
    /// <param name="LastOn">Last day with a line in the group in the period; null for lost accounts.</param>
    public sealed record Row(
        long Id,
        string Code,
        string Name,
        long NetSales,
        double? Share,
        long PreviousNetSales,
        YearOnYear Change,
        DateOnly? LastOn
    );

    /// <summary>A page of them, with the sums of the whole list.</summary>
    /// <param name="Name">Name of the group; empty for all accounts.</param>
    /// <param name="Page">The rows.</param>
    /// <param name="NetSales">Net sales of the whole list, ten-thousandths.</param>
    /// <param name="PreviousNetSales">The same in the comparison period, of the same accounts.</param>
    /// <param name="Active">How many accounts are active in the group.</param>
    /// <param name="Lost">How many bought in the comparison period only.</param>
    public sealed record Answer(string Name, Page<Row> Page, long NetSales, long PreviousNetSales, int Active, int Lost);

    private sealed record Sums(long NetSales, long PreviousNetSales);

    private sealed record Listed(string Name, LedgerView View, GroupMember[] Members, Sums Sums, int Active, int Lost);

    /// <summary>Lists a page of them.</summary>
    /// <exception cref="NotFoundException">There is no such group, or the viewer sees nothing of it: both look the same from outside.</exception>
    public async Task<Answer> RunAsync(Analyses.Question question, Filter filter, Sort sort, PageRequest wanted)
    {
        var list = await ListAsync(question, filter, sort);
        var page = wanted.Within(list.Members.Length);
        var rows = list.Members.Skip(page.Skip).Take(page.Size).Select(member => RowOf(list, member)).ToList();
        return new(
            list.Name,
            new(rows, page.Number, page.Size, list.Members.Length),
            list.Sums.NetSales,
            list.Sums.PreviousNetSales,
            list.Active,
            list.Lost
        );
    }

    /// <summary>All of them, for a file.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public async Task<(string Name, IEnumerable<Row> Rows)> AllAsync(Analyses.Question question, Filter filter, Sort sort)
    {
        var list = await ListAsync(question, filter, sort);
        return (list.Name, list.Members.Select(member => RowOf(list, member)));
    }

    private async Task<Listed> ListAsync(Analyses.Question question, Filter filter, Sort sort)
    {
        var view = scope.ViewOf(question);
        var (grouping, group, key, name) = (default(Grouping), -1, "all", "");
        if (filter.Dimension is { } dimension)
        {
            (grouping, key) = await scope.GroupingAsync(view, dimension);
            group = grouping.IndexOf(filter.Group);
            if (group < 0)
                throw new NotFoundException("Group", filter.Group);
            name = words.NameOf(grouping.Dimension, grouping.Groups[group]);
        }

        var all = scope.Kept(view, $"members:{key}:{group}", () => GroupMembers.Of(view, grouping, group), members => members.Count);
        // A group that only others' accounts are in must not even confirm that it exists.
        if (grouping is not null && all.Count == 0 && !scope.SeesAll)
            throw new NotFoundException("Group", filter.Group);

        var list = scope.Kept(
            view,
            $"members:{key}:{group}:{filter.Lost}:{sort}",
            () => Sorted(view.Ledger, all.Where(member => member.IsActive != filter.Lost), sort),
            members => members.Length
        );
        var sums = scope.Kept(
            view,
            $"members:{key}:{group}:{filter.Lost}:sums",
            () => new Sums(list.Sum(member => member.NetSales), list.Sum(member => member.PreviousNetSales)),
            _ => 1
        );
        var active = filter.Lost ? all.Count - list.Length : list.Length;
        return new(name, view, list, sums, active, all.Count - active);
    }

    private static Row RowOf(Listed list, GroupMember member) =>
        new(
            list.View.Ledger.Accounts.Ids[member.Account],
            list.View.Ledger.Accounts.Codes[member.Account],
            list.View.Ledger.Accounts.Names[member.Account],
            member.NetSales,
            list.Sums.NetSales > 0 && member.IsActive ? (double)member.NetSales / list.Sums.NetSales : null,
            member.PreviousNetSales,
            member.YearOnYear,
            member.LastOn
        );

    private static GroupMember[] Sorted(SalesLedger ledger, IEnumerable<GroupMember> members, Sort sort)
    {
        var ordered = sort.Key switch
        {
            "name" => By(members, member => ledger.Accounts.Names[member.Account], sort.Descending, StringComparer.Ordinal),
            "previous" => By(members, member => member.PreviousNetSales, sort.Descending),
            "change" => By(members, member => member.YearOnYear.Change ?? double.NegativeInfinity, sort.Descending),
            "last" => By(members, member => member.LastOn ?? DateOnly.MinValue, sort.Descending),
            _ => By(members, member => member.NetSales, sort.Descending),
        };
        return [.. ordered.ThenBy(member => ledger.Accounts.Ids[member.Account])];
    }

    private static IOrderedEnumerable<GroupMember> By<TKey>(
        IEnumerable<GroupMember> members,
        Func<GroupMember, TKey> key,
        bool descending,
        IComparer<TKey>? comparer = null
    ) => descending ? members.OrderByDescending(key, comparer) : members.OrderBy(key, comparer);
}
