using Jingke.Analytics.Tiers;
using Jingke.Web.Ledger;

namespace Jingke.Web.Features.KeyAccounts.Rules;

/// <summary>Judges the accounts by other rules without saving them, as the next evaluation would.</summary>
internal sealed class TryTierRules(JudgedAccounts judgedAccounts)
{
    /// <summary>How many accounts of each direction are listed.</summary>
    public const int Listed = 20;

    /// <summary>Compares rules with those in force, on the accounts that the viewer sees.</summary>
    /// <exception cref="Domain.RuleException"><c>ledger.loading</c></exception>
    public async Task<RuleTrial> RunAsync(TierRules inForce, TierRules tried, CancellationToken cancel)
    {
        var question = new Analyses.Question();
        Judged now,
            then;
        do (now, then) = (await judgedAccounts.RunAsync(question, inForce, cancel), await judgedAccounts.RunAsync(question, tried, cancel));
        while (!ReferenceEquals(now.Seen.View.Ledger, then.Seen.View.Ledger));

        var (risen, fallen) = (new List<int>(), new List<int>());
        // Rows come largest first, so the first ones are those to be listed.
        foreach (var row in now.Seen.Ranking.Rows)
        {
            if (then.Tiers[row] < now.Tiers[row])
                risen.Add(row);
            else if (then.Tiers[row] > now.Tiers[row])
                fallen.Add(row);
        }
        return new(
            now.Seen.View.Period,
            now.Tiers.Summary,
            then.Tiers.Summary,
            now.Company.KeyThreshold,
            then.Company.KeyThreshold,
            risen.Count,
            fallen.Count,
            [.. risen.Take(Listed).Select(Describe)],
            [.. fallen.Take(Listed).Select(Describe)]
        );

        RuleTrial.Move Describe(int row)
        {
            var account = now.Seen.Figures.Rows.AccountAt(row);
            var directory = now.Seen.View.Ledger.Accounts;
            return new(directory.Ids[account], directory.Names[account], now.Tiers[row], then.Tiers[row], now.Seen.Figures[row].NetSales);
        }
    }
}
