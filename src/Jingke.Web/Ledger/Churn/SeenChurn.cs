using Jingke.Domain;
using Jingke.Web.Ledger.Findings;

namespace Jingke.Web.Ledger.Churn;

/// <summary>
/// Who stays and who goes, as the viewer of this request sees it: states, probabilities and tiers are the company's, the accounts are
/// those in the viewer's scope. Everything that pages show of churn goes through here.
/// </summary>
internal sealed class SeenChurn(SeenFindings findings, ChurnBook book)
{
    /// <summary>Whether the viewer sees every account.</summary>
    public bool SeesAll => findings.SeesAll;

    /// <summary>Asks.</summary>
    /// <exception cref="RuleException"><c>ledger.loading</c>, <c>findings.working</c></exception>
    public Task<Seen<ChurnFindings>> RunAsync(CancellationToken cancel) => findings.RunAsync(book, cancel);

    /// <summary>Asks for a page on which this stands beside other things: null where it takes long.</summary>
    public Task<Seen<ChurnFindings>?> BrieflyAsync(CancellationToken cancel) => findings.BrieflyAsync(book, cancel);

    /// <summary>Something worked out of an answer, kept while its ledger is current.</summary>
    /// <param name="seen">The answer.</param>
    /// <param name="name">Equal names mean equal results.</param>
    /// <param name="make">Works it out.</param>
    /// <param name="rows">How large it is, in rows.</param>
    public T Kept<T>(Seen<ChurnFindings> seen, string name, Func<T> make, Func<T, int> rows) =>
        findings.Kept(seen, $"{ChurnRulesInForce.ToJson(seen.Findings.Rules)}:{name}", make, rows);
}
