using System.Globalization;
using Jingke.Analytics.Periods;
using Jingke.Web.Data;

namespace Jingke.Web.Common.Periods;

/// <summary>Fiscal years, known by the calendar year in which they begin.</summary>
internal static class FiscalYear
{
    /// <summary>The year in which a day lies.</summary>
    public static int Of(DateOnly day, int startMonth) => Period.FiscalYearStart(day, startMonth).Year;

    /// <summary>The present year.</summary>
    public static int Current(OrganisationInForce organisation, Clock clock) => Of(clock.Today, organisation.Current.FiscalYearStartMonth);

    /// <summary>Its days.</summary>
    public static DayRange DaysOf(int year, int startMonth)
    {
        var from = new DateOnly(year, startMonth, 1);
        return new(from, from.AddYears(1).AddDays(-1));
    }

    /// <summary>First day of the quarter of a fiscal year in which a day lies.</summary>
    public static DateOnly QuarterOf(DateOnly day, int startMonth) => Period.Of(PeriodPreset.ThisQuarter, day, startMonth).From;

    /// <summary>2026, or 2026-04 – 2027-03 where the fiscal year does not begin in January.</summary>
    public static string NameOf(int year, int startMonth) =>
        startMonth == 1
            ? year.ToString(CultureInfo.InvariantCulture)
            : $"{Format.Month(DaysOf(year, startMonth).From)} – {Format.Month(DaysOf(year, startMonth).To)}";
}
