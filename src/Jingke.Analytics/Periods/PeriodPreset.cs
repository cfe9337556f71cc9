namespace Jingke.Analytics.Periods;

/// <summary>The periods a reader chooses from; each ends at the as-of date unless it lies wholly in the past.</summary>
public enum PeriodPreset
{
    /// <summary>The 12 months that end at the as-of date; the default.</summary>
    LastTwelveMonths,

    /// <summary>From the start of the fiscal year to the as-of date.</summary>
    ThisYear,

    /// <summary>The whole fiscal year before this one.</summary>
    LastYear,

    /// <summary>From the start of the fiscal quarter to the as-of date.</summary>
    ThisQuarter,

    /// <summary>The whole fiscal quarter before this one.</summary>
    LastQuarter,

    /// <summary>From the first of the month to the as-of date.</summary>
    ThisMonth,

    /// <summary>The whole month before this one.</summary>
    LastMonth,

    /// <summary>Two dates chosen by the reader.</summary>
    Custom,
}
