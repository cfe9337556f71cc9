using Jingke.Domain;
using Jingke.Web.Data.Access;

namespace Jingke.Web.Ledger.Churn;

/// <summary>
/// The findings as the viewer of this request sees them: states, probabilities and tiers are the company's, the accounts are those in the
/// viewer's scope. Everything that pages show of churn goes through here.
/// </summary>
internal sealed class SeenChurn(ChurnBook book, Analyses analyses, CurrentUser user)
{
    /// <summary>Whether the viewer sees every account.</summary>
    public bool SeesAll => user.Viewer.SeesAll;

    /// <summary>Asks.</summary>
    /// <exception cref="RuleException"><c>ledger.loading</c>, <c>churn.working</c></exception>
    public Task<ChurnView> RunAsync(CancellationToken cancel) => RunAsync(ChurnBook.Patient, cancel);

    /// <summary>Asks for a page on which this stands beside other things: null where it takes long.</summary>
    public async Task<ChurnView?> BrieflyAsync(CancellationToken cancel)
    {
        try
        {
            return await RunAsync(ChurnBook.Brief, cancel);
        }
        catch (RuleException refusal) when (refusal.Code is "ledger.loading" or "churn.working")
        {
            return null;
        }
    }

    private async Task<ChurnView> RunAsync(TimeSpan patience, CancellationToken cancel)
    {
        while (true)
        {
            var findings = await book.RunAsync(patience, cancel);
            var view = analyses.ViewOf(user.Viewer);
            // The ledger may be swapped between the two; an account of one means nothing in the other.
            if (ReferenceEquals(findings.Ledger, view.Ledger))
                return new(findings, view);
        }
    }

    /// <summary>Something worked out of an answer, kept while its ledger is current.</summary>
    /// <param name="seen">The answer.</param>
    /// <param name="name">Equal names mean equal results.</param>
    /// <param name="make">Works it out.</param>
    /// <param name="rows">How large it is, in rows.</param>
    public T Kept<T>(ChurnView seen, string name, Func<T> make, Func<T, int> rows) =>
        analyses.Of(
            user.Viewer,
            seen.View,
            $"churn:{ChurnRulesInForce.ToJson(seen.Findings.Rules)}:{name}",
            () => make() is var made ? (made, rows(made)) : default
        );
}
