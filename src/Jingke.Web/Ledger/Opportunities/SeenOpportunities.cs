using Jingke.Analytics;
using Jingke.Domain;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger.Findings;

namespace Jingke.Web.Ledger.Opportunities;

/// <summary>
/// What may be sold to whom, as the viewer of this request sees it: patterns and shares are the company's, the accounts are those in the
/// viewer's scope. Everything that pages show of opportunities goes through here.
/// </summary>
internal sealed class SeenOpportunities(
    SeenFindings findings,
    DueBook due,
    CrossBook cross,
    LikenessBook likeness,
    Analyses analyses,
    CurrentUser user
)
{
    /// <summary>Whether the viewer sees every account.</summary>
    public bool SeesAll => findings.SeesAll;

    /// <summary>Who is due to buy again.</summary>
    /// <exception cref="RuleException"><c>ledger.loading</c>, <c>findings.working</c></exception>
    public Task<Seen<DueFindings>> DueAsync(CancellationToken cancel) => findings.RunAsync(due, cancel);

    /// <summary>The same for a page on which it stands beside other things: null where it takes long.</summary>
    public Task<Seen<DueFindings>?> DueBrieflyAsync(CancellationToken cancel) => findings.BrieflyAsync(due, cancel);

    /// <summary>What else accounts may buy.</summary>
    /// <exception cref="RuleException"><c>ledger.loading</c>, <c>findings.working</c></exception>
    public Task<Seen<CrossFindings>> CrossAsync(CancellationToken cancel) => findings.RunAsync(cross, cancel);

    /// <summary>The same for a page on which it stands beside other things: null where it takes long.</summary>
    public Task<Seen<CrossFindings>?> CrossBrieflyAsync(CancellationToken cancel) => findings.BrieflyAsync(cross, cancel);

    /// <summary>Who resembles the key accounts.</summary>
    /// <exception cref="RuleException"><c>ledger.loading</c>, <c>findings.working</c></exception>
    public Task<Seen<Likeness>> LikenessAsync(CancellationToken cancel) => findings.RunAsync(likeness, cancel);

    /// <summary>The same for a page on which it stands beside other things: null where it takes long.</summary>
    public Task<Seen<Likeness>?> LikenessBrieflyAsync(CancellationToken cancel) => findings.BrieflyAsync(likeness, cancel);

    /// <summary>Sales of the accounts seen, in the 12 months that the findings speak of.</summary>
    public SalesAnalysis Sales<T>(Seen<T> seen)
        where T : class, ILedgerFindings => analyses.Of(user.Viewer, seen.View);

    /// <summary>Something worked out of findings, kept while their ledger is current.</summary>
    /// <param name="seen">The findings.</param>
    /// <param name="name">Equal names mean equal results.</param>
    /// <param name="make">Works it out.</param>
    /// <param name="rows">How large it is, in rows.</param>
    public TMade Kept<T, TMade>(Seen<T> seen, string name, Func<TMade> make, Func<TMade, int> rows)
        where T : class, ILedgerFindings => findings.Kept(seen, name, make, rows);
}
