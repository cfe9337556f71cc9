using Jingke.Analytics;
using Jingke.Analytics.Tiers;

namespace Jingke.Web.Features.KeyAccounts;

/// <summary>The accounts that a viewer sees for a question, with their tiers; kept while the ledger is current, so it costs nothing to ask again.</summary>
/// <param name="Seen">The standing of the accounts that the viewer sees.</param>
/// <param name="Rules">The rules applied.</param>
/// <param name="Tiers">The company's verdicts on the rows of <paramref name="Seen"/>.</param>
/// <param name="Company">The verdicts on all accounts.</param>
/// <param name="Key">Equal keys mean equal verdicts on the same view.</param>
public sealed record Judged(SalesAnalysis Seen, TierRules Rules, SeenTiers Tiers, TierEvaluation Company, string Key);
