using Jingke.Analytics.Breakdowns;
using Jingke.Web.Common;
using Jingke.Web.Common.Periods;

namespace Jingke.Web.Features.Analysis;

/// <summary>Addresses of the analysis pages that keep the chosen period, so that a figure leads to the rows of the same days.</summary>
internal sealed class AnalysisLinks(PeriodChoice choice)
{
    /// <summary>A page with the period and whatever else it needs.</summary>
    public string To(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var address = PageAddress.Parse(path);
        foreach (var (name, value) in choice.Query)
            address = address.With(name, value);
        foreach (var (name, value) in query)
            address = address.With(name, value);
        return address.ToString();
    }

    /// <summary>The accounts in a group of a dimension.</summary>
    public string Accounts(Dimension dimension, string group, bool lost = false) =>
        To("/analysis/accounts", ("dimension", DimensionWord.Of(dimension).Word), ("group", group), ("show", lost ? "lost" : null));

    /// <summary>All active accounts.</summary>
    public string Accounts(string? sort = null, bool lost = false) =>
        To("/analysis/accounts", ("sort", sort), ("show", lost ? "lost" : null));

    /// <summary>The accounts active on some days of one's own, all of them or those in a group.</summary>
    public string AccountsIn(DateOnly from, DateOnly to, Dimension? dimension = null, string? group = null) =>
        To(
            "/analysis/accounts",
            ("dimension", dimension is { } known ? DimensionWord.Of(known).Word : null),
            ("group", group),
            ("period", "custom"),
            ("from", Format.Date(from)),
            ("to", Format.Date(to))
        );
}
