using Jingke.Analytics.Lifetime;

namespace Jingke.Analytics.Retention;

/// <summary>How an account orders. An order day 下单日 is a day with a purchase (<see cref="AccountHistories"/>); several orders of a day are one.</summary>
/// <param name="FirstOn">First order day; null when there is none.</param>
/// <param name="LastOn">Last order day.</param>
/// <param name="OrderDays">Number of order days.</param>
/// <param name="Buying">Its gaps, the present silence, and whether it slows down; null when there is no order day.</param>
/// <param name="LastYearSales">Net sales of the 12 months that ended with the last order day, ten-thousandths.</param>
public readonly record struct OrderRhythm(DateOnly? FirstOn, DateOnly? LastOn, int OrderDays, BuyingRhythm? Buying, long LastYearSales)
{
    /// <summary>Its own gap between order days, days; null with fewer than two gaps.</summary>
    public double? GapDays => Buying?.ExpectedGapDays;

    /// <summary>Days from the last order day to as-of; null when there is none.</summary>
    public int? SilenceDays => Buying?.SilenceDays;

    /// <summary>Median recent gap / median earlier gap; null where there are too few to compare.</summary>
    public double? Slowdown => Buying?.Slowdown;

    /// <summary>Whether the latest gaps are longer than the earlier ones by more than chance would explain.</summary>
    public bool IsSlowing => Buying?.IsSlowing == true;
}
