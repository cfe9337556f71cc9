using Jingke.Domain;
using Jingke.Web.Data.Access;

namespace Jingke.Web.Ledger.Findings;

/// <summary>
/// Findings as the viewer of this request sees them: what is found is the company's, the accounts are those in the viewer's scope.
/// Everything that pages show of findings goes through here.
/// </summary>
internal sealed class SeenFindings(Analyses analyses, CurrentUser user)
{
    /// <summary>How long a page waits that shows nothing else: longer than a million accounts need.</summary>
    private static readonly TimeSpan Patient = TimeSpan.FromSeconds(20);

    /// <summary>How long a page waits on which they stand beside other things.</summary>
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(2);

    /// <summary>Whether the viewer sees every account.</summary>
    public bool SeesAll => user.Viewer.SeesAll;

    /// <summary>Asks a book.</summary>
    /// <exception cref="RuleException"><c>ledger.loading</c>, <c>findings.working</c></exception>
    public Task<Seen<T>> RunAsync<T>(FindingsBook<T> book, CancellationToken cancel)
        where T : class, ILedgerFindings => RunAsync(book, Patient, cancel);

    /// <summary>The same for a page on which it stands beside other things: null where it takes long.</summary>
    public async Task<Seen<T>?> BrieflyAsync<T>(FindingsBook<T> book, CancellationToken cancel)
        where T : class, ILedgerFindings
    {
        try
        {
            return await RunAsync(book, Brief, cancel);
        }
        catch (RuleException refusal) when (refusal.Code is "ledger.loading" or "findings.working")
        {
            return null;
        }
    }

    /// <summary>Something worked out of findings, kept while their ledger is current.</summary>
    /// <param name="seen">The findings.</param>
    /// <param name="name">Equal names mean equal results.</param>
    /// <param name="make">Works it out.</param>
    /// <param name="rows">How large it is, in rows.</param>
    public TMade Kept<T, TMade>(Seen<T> seen, string name, Func<TMade> make, Func<TMade, int> rows)
        where T : class, ILedgerFindings =>
        analyses.Of(user.Viewer, seen.View, $"{typeof(T).Name}:{name}", () => make() is var made ? (made, rows(made)) : default);

    private async Task<Seen<T>> RunAsync<T>(FindingsBook<T> book, TimeSpan patience, CancellationToken cancel)
        where T : class, ILedgerFindings
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
}
