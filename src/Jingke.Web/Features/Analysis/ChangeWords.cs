using Jingke.Analytics.Figures;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Analysis;

/// <summary>What stands in the place of a change that is no number.</summary>
internal static class ChangeWords
{
    /// <summary>The word; null where there is a number, or nothing in either period.</summary>
    public static string? Of(IStringLocalizer<AnalysisTexts> texts, YearOnYear change) =>
        change.Change is not null || change.Status == YearOnYearStatus.None ? null : texts[$"Change.{change.Status}"].Value;
}
