using Jingke.Analytics.Tiers;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger;
using Jingke.Web.Ledger.Evaluation;

namespace Jingke.Web.Features.KeyAccounts;

/// <summary>
/// The accounts that the viewer of this request sees, with their tiers. Shares and ranks are among these accounts; tiers are the
/// company's, judged among all accounts, so that a tier never depends on who is looking.
/// </summary>
internal sealed class JudgedAccounts(Analyses analyses, RatingsBook ratings, CurrentUser user)
{
    /// <summary>Whether the viewer sees every account.</summary>
    public bool SeesAll => user.Viewer.SeesAll;

    /// <summary>Judges by some rules.</summary>
    /// <exception cref="Domain.RuleException"><c>ledger.loading</c></exception>
    /// <exception cref="ArgumentException">The rules have problems.</exception>
    public async Task<Judged> RunAsync(Analyses.Question question, TierRules rules, CancellationToken cancel)
    {
        var seen = analyses.Of(user.Viewer, question);
        var everyone = seen;
        if (!SeesAll)
        {
            // The ledger may be swapped between the two; rows of one mean nothing in the other.
            everyone = analyses.Of(Viewer.System, question);
            while (!ReferenceEquals(seen.View.Ledger, everyone.View.Ledger))
                (seen, everyone) = (analyses.Of(user.Viewer, question), analyses.Of(Viewer.System, question));
        }

        var rated = await ratings.RunAsync(everyone.View, cancel);
        var key = $"{rated.Key}:{TierRulesInForce.ToJson(rules)}";
        var company = analyses.Of(
            Viewer.System,
            everyone.View,
            $"tiers:{key}",
            () => (everyone.Tiers(rules, rated.Values), everyone.Figures.Rows.Count / 2)
        );
        var tiers = analyses.Of(
            user.Viewer,
            seen.View,
            $"seen-tiers:{key}",
            () => (SeenTiers.Of(seen, everyone, company), seen.Figures.Rows.Count / 16)
        );
        return new(seen, rules, tiers, company, key);
    }

    /// <summary>Something worked out of an answer, kept under a name that holds all further arguments.</summary>
    public T Kept<T>(Judged judged, string name, Func<T> make, Func<T, int> rows) =>
        analyses.Of(
            user.Viewer,
            judged.Seen.View,
            $"key-accounts:{name}:{judged.Key}",
            () => make() is var made ? (made, rows(made)) : default
        );
}
