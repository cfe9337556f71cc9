using Jingke.Analytics.Ledger;
using Jingke.Web.Ledger.Evaluation;
using Jingke.Web.Ledger.Findings;

namespace Jingke.Web.Ledger.Churn;

/// <summary>Keeps who stays and who goes.</summary>
internal sealed class ChurnBook(
    Analyses analyses,
    ChurnRulesInForce rulesInForce,
    TierRulesInForce tierRules,
    RatingsBook ratings,
    ILogger<ChurnBook> log
) : FindingsBook<ChurnFindings>(analyses, log)
{
    protected override async Task<string> RulesAsync(LedgerView view, CancellationToken cancel) =>
        $"{(await rulesInForce.RunAsync(cancel)).Id}-{(await tierRules.RunAsync(cancel)).Id}-{await ratings.KeyAsync(view, cancel)}";

    // Names and owners change nothing of it.
    protected override ChurnFindings Adapt(ChurnFindings before, LedgerView view) => before.For(view.Ledger);

    // Bounds change nothing of what a model expects.
    protected override async Task<ChurnFindings> MakeAsync(LedgerView view, ChurnFindings? before) =>
        ChurnFindings.Of(
            view,
            (await rulesInForce.RunAsync(CancellationToken.None)).Rules,
            (await tierRules.RunAsync(CancellationToken.None)).Rules,
            (await ratings.RunAsync(view, CancellationToken.None)).Values,
            before?.Outlook
        );
}
