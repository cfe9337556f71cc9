using Jingke.Analytics;
using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Ledger;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger;

namespace Jingke.Web.Features.Analysis;

/// <summary>
/// What the viewer of this request sees, and results on it, each worked out once and kept while the ledger is current. Everything that
/// the analysis pages show goes through here, so none of them can look past the data scope.
/// </summary>
internal sealed class AnalysisScope(Analyses analyses, CompanyZones zones, CurrentUser user)
{
    /// <summary>Whether the viewer sees every account, and so what belongs to nobody.</summary>
    public bool SeesAll => user.Viewer.SeesAll;

    /// <summary>The ledger as the viewer sees it for a question.</summary>
    /// <exception cref="Domain.RuleException"><c>ledger.loading</c></exception>
    public LedgerView ViewOf(Analyses.Question question) => analyses.ViewOf(user.Viewer, question);

    /// <summary>Figures and ranks of every account.</summary>
    public SalesAnalysis StandingOf(Analyses.Question question) => analyses.Of(user.Viewer, question);

    /// <summary>Any other result on a view, kept under a name that holds all further arguments.</summary>
    /// <param name="view">From <see cref="ViewOf"/>.</param>
    /// <param name="name">Equal names mean equal results.</param>
    /// <param name="make">Works it out.</param>
    /// <param name="rows">How large it is, in rows.</param>
    public T Kept<T>(LedgerView view, string name, Func<T> make, Func<T, int> rows) =>
        analyses.Of(user.Viewer, view, "analysis:" + name, () => make() is var made ? (made, rows(made)) : default);

    /// <summary>The groups of a dimension, by the company's zones.</summary>
    public async Task<(Grouping Grouping, string Key)> GroupingAsync(LedgerView view, Dimension dimension)
    {
        var own = dimension == Dimension.Zone ? await zones.RunAsync() : null;
        var key = $"{dimension}:{own?.Key}";
        return (Kept(view, $"grouping:{key}", () => Grouping.Of(view.Ledger, dimension, own?.Map), grouping => grouping.Groups.Count), key);
    }

    /// <summary>The company's zones.</summary>
    public Task<CompanyZones.Answer> ZonesAsync() => zones.RunAsync();

    /// <summary>Sales of a view by the groups of a dimension.</summary>
    public async Task<Breakdown> BreakdownAsync(LedgerView view, Dimension dimension)
    {
        var (grouping, key) = await GroupingAsync(view, dimension);
        return Kept(view, $"breakdown:{key}", () => Breakdown.Of(view, grouping), breakdown => breakdown.Rows.Count);
    }
}
