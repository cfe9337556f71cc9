using Jingke.Analytics;
using Jingke.Domain;
using Jingke.Web.Data.Access;

namespace Jingke.Web.Ledger.Opportunities;

/// <summary>
/// What may be sold to whom, as the viewer of this request sees it: patterns and shares are the company's, the accounts are those in the
/// viewer's scope. Everything that pages show of opportunities goes through here.
/// </summary>
internal sealed class SeenOpportunities(DueBook due, CrossBook cross, LikenessBook likeness, Analyses analyses, CurrentUser user)
{
    private static readonly TimeSpan Patient = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(2);

    /// <summary>Whether the viewer sees every account.</summary>
    public bool SeesAll => user.Viewer.SeesAll;

    /// <summary>Who is due to buy again.</summary>
    /// <exception cref="RuleException"><c>ledger.loading</c>, <c>opportunities.working</c></exception>
    public Task<Seen<DueFindings>> DueAsync(CancellationToken cancel) => SeeAsync(due, Patient, cancel);

    /// <summary>The same for a page on which it stands beside other things: null where it takes long.</summary>
    public Task<Seen<DueFindings>?> DueBrieflyAsync(CancellationToken cancel) => BrieflyAsync(due, cancel);

    /// <summary>What else accounts may buy.</summary>
    /// <exception cref="RuleException"><c>ledger.loading</c>, <c>opportunities.working</c></exception>
    public Task<Seen<CrossFindings>> CrossAsync(CancellationToken cancel) => SeeAsync(cross, Patient, cancel);

    /// <summary>The same for a page on which it stands beside other things: null where it takes long.</summary>
    public Task<Seen<CrossFindings>?> CrossBrieflyAsync(CancellationToken cancel) => BrieflyAsync(cross, cancel);

    /// <summary>Who resembles the key accounts.</summary>
    /// <exception cref="RuleException"><c>ledger.loading</c>, <c>opportunities.working</c></exception>
    public Task<Seen<Likeness>> LikenessAsync(CancellationToken cancel) => SeeAsync(likeness, Patient, cancel);

    /// <summary>The same for a page on which it stands beside other things: null where it takes long.</summary>
    public Task<Seen<Likeness>?> LikenessBrieflyAsync(CancellationToken cancel) => BrieflyAsync(likeness, cancel);

    /// <summary>Sales of the accounts seen, in the 12 months that the findings speak of.</summary>
    public SalesAnalysis Sales<T>(Seen<T> seen)
        where T : class, ILedgerFindings =>
        analyses.Of(
            user.Viewer,
            seen.View,
            "standing",
            () => (SalesAnalysis.Of(seen.View), seen.View.Accounts?.Count ?? seen.Ledger.AccountCount)
        );

    /// <summary>Something worked out of findings, kept while their ledger is current.</summary>
    /// <param name="seen">The findings.</param>
    /// <param name="name">Equal names mean equal results.</param>
    /// <param name="make">Works it out.</param>
    /// <param name="rows">How large it is, in rows.</param>
    public TMade Kept<T, TMade>(Seen<T> seen, string name, Func<TMade> make, Func<TMade, int> rows)
        where T : class, ILedgerFindings =>
        analyses.Of(user.Viewer, seen.View, $"{typeof(T).Name}:{name}", () => make() is var made ? (made, rows(made)) : default);

    private static async Task<Seen<T>?> TriedAsync<T>(Task<Seen<T>> asked)
        where T : class, ILedgerFindings
    {
        try
        {
            return await asked;
        }
        catch (RuleException refusal) when (refusal.Code is "ledger.loading" or "opportunities.working")
        {
            return null;
        }
    }

    private Task<Seen<T>?> BrieflyAsync<T>(FindingsBook<T> book, CancellationToken cancel)
        where T : class, ILedgerFindings => TriedAsync(SeeAsync(book, Brief, cancel));

    private async Task<Seen<T>> SeeAsync<T>(FindingsBook<T> book, TimeSpan patience, CancellationToken cancel)
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
