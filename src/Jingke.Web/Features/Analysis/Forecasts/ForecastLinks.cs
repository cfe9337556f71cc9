using Jingke.Web.Common;

namespace Jingke.Web.Features.Analysis.Forecasts;

/// <summary>Where the rows behind a figure of a forecast are.</summary>
internal static class ForecastLinks
{
    /// <summary>What was sold on some days: the accounts of the group, the products of the account.</summary>
    public static string Rows(AnalysisLinks links, ForecastOf of, DateOnly from, DateOnly to) =>
        of.IsAccount
            ? links.To(
                "/analysis/performance",
                ("account", of.Group),
                ("period", "custom"),
                ("from", Format.Date(from)),
                ("to", Format.Date(to))
            )
            : links.AccountsIn(from, to, of.Dimension, of.Group);
}
