using Jingke.Analytics.Ledger;
using Jingke.Analytics.Lifetime;

namespace Jingke.Analytics.Retention;

/// <summary>Accounts that ordered for the first time in one period, and what became of them.</summary>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="Cells">The period itself, the next, and so on up to the one of as-of.</param>
public sealed record Cohort(DateOnly From, DateOnly To, IReadOnlyList<CohortCell> Cells)
{
    /// <summary>Number of accounts.</summary>
    public int Accounts => Cells[0].Accounts;
}

/// <summary>What a cohort did in one period.</summary>
/// <param name="Accounts">How many of its accounts ordered in it.</param>
/// <param name="NetSales">Net sales of all its accounts in it, ten-thousandths.</param>
public readonly record struct CohortCell(int Accounts, long NetSales);

/// <summary>An account of a cohort.</summary>
/// <param name="Account">Its index in the ledger.</param>
/// <param name="Bought">Whether it ordered in the period asked about.</param>
/// <param name="NetSales">Its net sales in that period, ten-thousandths.</param>
public sealed record CohortMember(int Account, bool Bought, long NetSales);

/// <summary>
/// Accounts by the calendar quarter or year of their first order, and how many of them still ordered n periods later. An account belongs
/// to one cohort for good and counts in a period when it has an order day in it (<see cref="OrderRhythm"/>).
/// </summary>
/// <remarks>
/// Who ordered before the data begin is taken for new in their first period, so the oldest cohort holds old customers too.
/// </remarks>
public sealed class Cohorts
{
    private Cohorts(CohortGrain grain, IReadOnlyList<Cohort> rows, bool lastIsPartial) =>
        (Grain, Rows, LastIsPartial) = (grain, rows, lastIsPartial);

    /// <summary>Quarters or years.</summary>
    public CohortGrain Grain { get; }

    /// <summary>The cohorts, the oldest first; without those in which nobody began.</summary>
    public IReadOnlyList<Cohort> Rows { get; }

    /// <summary>Whether the period of as-of is not over yet: the last cell of each cohort will still grow.</summary>
    public bool LastIsPartial { get; }

    /// <summary>
    /// Share of accounts that ordered n periods after their first, n = 0, 1, …, over all cohorts that are old enough; periods that are
    /// not over are left out. Null where no cohort is old enough.
    /// </summary>
    public IReadOnlyList<double?> Curve()
    {
        var longest = Rows.Count == 0 ? 0 : Rows.Max(row => row.Cells.Count);
        return
        [
            .. Enumerable
                .Range(0, longest)
                .Select(later =>
                {
                    var old = Rows.Where(row => row.Cells.Count - (LastIsPartial ? 1 : 0) > later).ToList();
                    return old.Count == 0
                        ? (double?)null
                        : (double)old.Sum(row => row.Cells[later].Accounts) / old.Sum(row => row.Accounts);
                }),
        ];
    }

    /// <summary>Works out the cohorts of a view's accounts.</summary>
    public static Cohorts Of(LedgerView view, CohortGrain grain)
    {
        var periods = new CalendarPeriods(view, grain);
        var (size, rows) = (periods.Count, new AccountRows(view.Ledger, view.Accounts));
        var (accounts, sales) = (new int[size, size], new long[size, size]);
        AccountChunks.Run(
            rows.Count,
            view.Ledger.LineCount,
            () => new Pass(view, periods),
            (from, to, pass) =>
            {
                for (var row = from; row < to; row++)
                    pass.Count(rows.AccountAt(row));
            },
            pass =>
            {
                for (var cohort = 0; cohort < size; cohort++)
                for (var period = cohort; period < size; period++)
                {
                    accounts[cohort, period] += pass.Accounts[cohort, period];
                    sales[cohort, period] += pass.Sales[cohort, period];
                }
            }
        );
        return new(
            grain,
            [
                .. Enumerable
                    .Range(0, size)
                    .Where(cohort => accounts[cohort, cohort] > 0)
                    .Select(cohort => new Cohort(
                        periods.StartOf(cohort),
                        periods.EndOf(cohort),
                        [
                            .. Enumerable
                                .Range(cohort, size - cohort)
                                .Select(period => new CohortCell(accounts[cohort, period], sales[cohort, period])),
                        ]
                    )),
            ],
            size > 0 && periods.EndOf(size - 1) > view.AsOf
        );
    }

    /// <summary>The accounts of one cohort and what each did n periods after its first; empty when there is no such cohort or period.</summary>
    /// <param name="view">The view.</param>
    /// <param name="grain">Quarters or years.</param>
    /// <param name="from">A day of the cohort's period.</param>
    /// <param name="later">n.</param>
    public static IReadOnlyList<CohortMember> MembersOf(LedgerView view, CohortGrain grain, DateOnly from, int later)
    {
        var periods = new CalendarPeriods(view, grain);
        if (periods.Count == 0 || from < periods.First || from > view.AsOf || later < 0 || periods.IndexOf(from) + later >= periods.Count)
            return [];

        var (cohort, pass, rows) = (periods.IndexOf(from), new Pass(view, periods), new AccountRows(view.Ledger, view.Accounts));
        var members = new List<CohortMember>();
        for (var row = 0; row < rows.Count; row++)
        {
            if (pass.Read(rows.AccountAt(row)) == cohort)
                members.Add(new(rows.AccountAt(row), pass.Ordered[cohort + later], pass.NetSales[cohort + later]));
        }

        return members;
    }

    private sealed class Pass(LedgerView view, CalendarPeriods periods)
    {
        private readonly LedgerColumns columns = view.Ledger.Columns;
        private readonly int until = view.AsOf.DayNumber - view.Ledger.Columns.BaseDay;

        public int[,] Accounts { get; } = new int[periods.Count, periods.Count];

        public long[,] Sales { get; } = new long[periods.Count, periods.Count];

        public bool[] Ordered { get; } = new bool[periods.Count];

        public long[] NetSales { get; } = new long[periods.Count];

        public void Count(int account)
        {
            var cohort = Read(account);
            if (cohort < 0)
                return;

            for (var period = cohort; period < Ordered.Length; period++)
            {
                Accounts[cohort, period] += Ordered[period] ? 1 : 0;
                Sales[cohort, period] += NetSales[period];
            }
        }

        /// <summary>Fills the account's periods and tells the first with an order; -1 when it never ordered.</summary>
        public int Read(int account)
        {
            Array.Clear(Ordered);
            Array.Clear(NetSales);
            var (start, end) = view.Ledger.LinesOf(account, 0, until);
            for (var line = start; line < end; line++)
                NetSales[periods[columns.Day[line]]] += columns.Amount[line];

            var first = -1;
            var days = new PurchaseDays(view.Ledger, account, DateOnly.MinValue, view.AsOf);
            while (days.Next())
            {
                var period = periods[days.Day - columns.BaseDay];
                Ordered[period] = true;
                if (first < 0)
                    first = period;
            }

            return first;
        }
    }
}
