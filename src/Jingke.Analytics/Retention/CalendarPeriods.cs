using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.Retention;

/// <summary>How long the periods are into which time is cut.</summary>
public enum CohortGrain
{
    /// <summary>Calendar quarters.</summary>
    Quarter,

    /// <summary>Calendar years.</summary>
    Year,
}

/// <summary>The calendar quarters or years from the first line of a ledger to as-of, numbered from 0.</summary>
internal sealed class CalendarPeriods
{
    private readonly int[] ofDay;

    public CalendarPeriods(LedgerView view, CohortGrain grain)
    {
        Grain = grain;
        if (view.AllTime is not { } all)
        {
            ofDay = [];
            return;
        }

        First = StartOf(all.From, grain);
        Count = IndexOf(all.To) + 1;
        ofDay = new int[all.To.DayNumber - all.From.DayNumber + 1];
        for (var day = 0; day < ofDay.Length; day++)
            ofDay[day] = IndexOf(all.From.AddDays(day));
    }

    public CohortGrain Grain { get; }

    public DateOnly First { get; }

    public int Count { get; }

    /// <summary>Period of a day, given as the ledger's offset.</summary>
    public int this[int day] => ofDay[day];

    public DateOnly StartOf(int period) => First.AddMonths(period * MonthsOf(Grain));

    public DateOnly EndOf(int period) => StartOf(period + 1).AddDays(-1);

    public static DateOnly StartOf(DateOnly day, CohortGrain grain) =>
        grain == CohortGrain.Year ? new(day.Year, 1, 1) : new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);

    public int IndexOf(DateOnly day) => (((day.Year - First.Year) * 12) + day.Month - First.Month) / MonthsOf(Grain);

    private static int MonthsOf(CohortGrain grain) => grain == CohortGrain.Year ? 12 : 3;
}
