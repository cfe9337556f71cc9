using System.Globalization;
using Jingke.Analytics.Retention;

namespace Jingke.Web.Features.Churn;

/// <summary>How periods are written: 2025Q3, 2025.</summary>
internal static class CohortNames
{
    /// <summary>The period that begins on a day.</summary>
    public static string Of(CohortGrain grain, DateOnly from) =>
        grain == CohortGrain.Year
            ? from.Year.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{from.Year}Q{((from.Month - 1) / 3) + 1}");
}
