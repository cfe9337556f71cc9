using Jingke.Analytics.Ledger;
using Jingke.Analytics.Periods;

namespace Jingke.Analytics.Breakdowns;

/// <summary>One group over the calendar years.</summary>
/// <param name="Index">Its number in the grouping.</param>
/// <param name="Group">Key and name.</param>
/// <param name="Accounts">Accounts with a line in the group, per year.</param>
/// <param name="NetSales">Net sales, ten-thousandths, per year.</param>
public sealed record GroupYears(int Index, Grouping.Group Group, IReadOnlyList<int> Accounts, IReadOnlyList<long> NetSales);

/// <summary>Accounts and sales of each group per calendar year, of everything up to as-of.</summary>
/// <param name="FirstYear">The year of entry 0.</param>
/// <param name="Years">Number of years; the last may end at as-of.</param>
/// <param name="Rows">Groups with a line in any year; in the order of the grouping.</param>
public sealed record BreakdownYears(int FirstYear, int Years, IReadOnlyList<GroupYears> Rows)
{
    /// <summary>Counts the groups per year.</summary>
    public static BreakdownYears Of(LedgerView view, Grouping grouping)
    {
        if (view.AllTime is not { } all)
            return new BreakdownYears(view.AsOf.Year, 0, []);

        var years = all.To.Year - all.From.Year + 1;
        var perYear = new GroupSums[years];
        for (var year = 0; year < years; year++)
        {
            var from = year == 0 ? all.From : new DateOnly(all.From.Year + year, 1, 1);
            var to = year == years - 1 ? all.To : new DateOnly(all.From.Year + year, 12, 31);
            GroupPass.Run(view, grouping, new DayRange(from, to), perYear[year] = new GroupSums(grouping.Groups.Count));
        }

        var rows = Enumerable
            .Range(0, grouping.Groups.Count)
            .Where(group => perYear.Any(sums => sums.Accounts[group] > 0))
            .Select(group => new GroupYears(
                group,
                grouping.Groups[group],
                Array.ConvertAll(perYear, sums => sums.Accounts[group]),
                Array.ConvertAll(perYear, sums => sums.NetSales[group])
            ))
            .ToArray();
        return new BreakdownYears(all.From.Year, years, rows);
    }
}
