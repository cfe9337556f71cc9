namespace Jingke.Analytics.Figures;

/// <summary>Why a year-on-year change has the value it has, or has none.</summary>
public enum YearOnYearStatus
{
    /// <summary>Nothing in either period.</summary>
    None,

    /// <summary>Last year was positive: the change is a number.</summary>
    Ok,

    /// <summary>Nothing last year, something this year: no number.</summary>
    New,

    /// <summary>Lines last year, none this year: -1 where last year was positive, else no number.</summary>
    Lost,

    /// <summary>Last year was negative: no number.</summary>
    NegativeBase,
}

/// <summary>Year-on-year change 同比: (this - last) / last for last > 0, else empty with the reason; never infinite.</summary>
/// <param name="Status">Why there is a number or none.</param>
/// <param name="Change">0.18 is +18 %; null unless last year was positive.</param>
public readonly record struct YearOnYear(YearOnYearStatus Status, double? Change)
{
    /// <summary>Compares two sums.</summary>
    /// <param name="current">This period's sum.</param>
    /// <param name="previous">The comparison period's sum, same unit.</param>
    /// <param name="active">There is a line in this period.</param>
    /// <param name="wasActive">There was a line in the comparison period.</param>
    public static YearOnYear Of(long current, long previous, bool active, bool wasActive)
    {
        double? change = previous > 0 ? ((double)current - previous) / previous : null;
        var status =
            !active ? (wasActive ? YearOnYearStatus.Lost : YearOnYearStatus.None)
            : !wasActive || previous == 0 ? YearOnYearStatus.New
            : previous < 0 ? YearOnYearStatus.NegativeBase
            : YearOnYearStatus.Ok;
        return new YearOnYear(status, change);
    }
}
