using Jingke.Analytics.Retention;
using Jingke.Web.Ledger.Churn;
using Jingke.Web.Ledger.Findings;

namespace Jingke.Web.Features.Churn.Kinds;

/// <summary>Which kinds of customers were lost: by tier, region, industry, product category, owner or quarter of the last order.</summary>
internal sealed class LossKinds(SeenChurn churn, ChurnGroups groups)
{
    /// <summary>One kind; money in ten-thousandths.</summary>
    /// <param name="Key">Its key, for addresses; empty for "not known".</param>
    /// <param name="Name">What people read.</param>
    /// <param name="Lost">Accounts lost.</param>
    /// <param name="AtRisk">Accounts at risk.</param>
    /// <param name="Accounts">Accounts that ever ordered.</param>
    /// <param name="LostSales">What the lost ones bought in the 12 months up to the last order of each.</param>
    public sealed record Row(string Key, string Name, int Lost, int AtRisk, int Accounts, long LostSales)
    {
        /// <summary>Share of the accounts that ever ordered, 0 to 1.</summary>
        public double LossRate => Accounts > 0 ? (double)Lost / Accounts : 0;
    }

    /// <summary>The kinds.</summary>
    /// <param name="By">The word they are asked by.</param>
    /// <param name="Rows">Those with somebody lost, the largest loss first; quarters in the order of time, the newest first.</param>
    /// <param name="Total">All accounts together.</param>
    public sealed record Answer(string By, IReadOnlyList<Row> Rows, Row Total)
    {
        /// <summary>The loss rate of all; what the rates of kinds are held against.</summary>
        public double LossRate => Total.LossRate;
    }

    /// <summary>Works them out.</summary>
    /// <param name="seen">What the viewer sees.</param>
    /// <param name="word">A word of <see cref="ChurnGroups.Words"/>; tier when it is none.</param>
    public Answer Run(Seen<ChurnFindings> seen, string? word)
    {
        var answer = groups.Run(seen, word);
        var rows = churn.Kept(seen, $"kinds:{answer.Word}", () => Count(seen, answer), rows => rows.Count);
        Row[] named = [.. rows.Select(row => row with { Name = answer.Groups[answer.IndexOf(row.Key)].Name })];
        return new(
            answer.Word,
            [.. named.Where(row => row.Lost > 0)],
            new(
                "",
                "",
                named.Sum(row => row.Lost),
                named.Sum(row => row.AtRisk),
                named.Sum(row => row.Accounts),
                named.Sum(row => row.LostSales)
            )
        );
    }

    private static IReadOnlyList<Row> Count(Seen<ChurnFindings> seen, ChurnGroups.Answer answer)
    {
        var rows = answer.Groups.Select(group => new Row(group.Key, "", 0, 0, 0, 0)).ToArray();
        foreach (var account in seen.Accounts)
        {
            var (state, group) = (seen.Findings.StateOf(account), answer.Of[account]);
            if (state == ChurnState.None || group < 0)
                continue;

            var row = rows[group];
            rows[group] = row with
            {
                Accounts = row.Accounts + 1,
                AtRisk = row.AtRisk + (state == ChurnState.AtRisk ? 1 : 0),
                Lost = row.Lost + (state == ChurnState.Lost ? 1 : 0),
                LostSales = row.LostSales + (state == ChurnState.Lost ? seen.Findings[account].Rhythm.LastYearSales : 0),
            };
        }

        var known = rows.Where(row => row.Accounts > 0);
        return answer.Word == "since" ? [.. known] : [.. known.OrderByDescending(row => row.LostSales).ThenByDescending(row => row.Lost)];
    }
}
