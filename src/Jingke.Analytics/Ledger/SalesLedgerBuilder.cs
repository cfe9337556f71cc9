namespace Jingke.Analytics.Ledger;

/// <summary>
/// Collects lines in any order and builds a ledger of them. Several threads may append at once, each to a segment of its own
/// (<see cref="NewSegment"/>). Building groups the lines by account with a counting sort, sorts each account's lines by day and
/// numbers its orders; it needs the staged 56 bytes a line until the end and lets go of them afterwards.
/// </summary>
/// <param name="grain">What a line given to the builder is: a sales line, or a row of month grain.</param>
public sealed class SalesLedgerBuilder(LedgerGrain grain = LedgerGrain.Line)
{
    private readonly List<LedgerSegment> segments = [];
    private readonly List<AccountMonth> monthFacts = [];

    /// <summary>Totals of lines that name no account; fill it from one thread.</summary>
    public UnattributedSales Unattributed { get; } = new();

    /// <summary>A new segment for one thread to append to. Safe to call from several threads.</summary>
    public LedgerSegment NewSegment()
    {
        var segment = new LedgerSegment();
        lock (segments)
            segments.Add(segment);

        return segment;
    }

    /// <summary>Month grain only: adds the facts of an account's month, once for each month with a line. Not safe for several threads.</summary>
    /// <exception cref="InvalidOperationException">The builder is for line grain.</exception>
    public void Append(in AccountMonth month)
    {
        if (grain != LedgerGrain.Month)
            throw new InvalidOperationException("Months belong to a ledger at month grain.");

        monthFacts.Add(month);
    }

    /// <summary>Builds the ledger and lets go of the appended lines; the builder is empty afterwards.</summary>
    /// <param name="accounts">Who the accounts are; accounts without lines are allowed.</param>
    /// <param name="products">What the products are; none is known where absent.</param>
    /// <param name="places">What the places are; none is known where absent.</param>
    /// <exception cref="ArgumentException">A line names an account, product or place that its directory does not have.</exception>
    /// <exception cref="LedgerDateException">The lines span more than 65,536 days (179 years), which only a wrong date can do.</exception>
    /// <exception cref="InvalidOperationException">There are more than 2,147,483,591 lines.</exception>
    public SalesLedger Build(AccountDirectory accounts, ProductDirectory? products = null, PlaceDirectory? places = null)
    {
        products ??= ProductDirectory.Unknown;
        places ??= PlaceDirectory.Unknown;
        LedgerAssembly.CheckPlaces(accounts, places);
        var months = grain == LedgerGrain.Month ? new MonthFacts(monthFacts, accounts.Count) : null;
        var chunks = segments.SelectMany(segment => segment.Seal()).ToArray();
        segments.Clear();
        monthFacts.Clear();

        var (columns, starts) = new LedgerAssembly(chunks, accounts.Count, products.Count, places.Count, months).Run();
        return new SalesLedger(columns, starts, accounts, products, places, Unattributed);
    }
}
