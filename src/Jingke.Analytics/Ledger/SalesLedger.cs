using Jingke.Analytics.Periods;

namespace Jingke.Analytics.Ledger;

/// <summary>
/// Sales lines as columns of primitive arrays: the lines of one account are contiguous and sorted by day. Immutable, so any number of
/// threads may read it. Money and quantities are ten-thousandths. Built by <see cref="SalesLedgerBuilder"/>.
/// </summary>
public sealed class SalesLedger
{
    private readonly LedgerColumns columns;
    private readonly int[] starts;

    internal SalesLedger(
        LedgerColumns columns,
        int[] starts,
        AccountDirectory accounts,
        ProductDirectory products,
        PlaceDirectory places,
        UnattributedSales unattributed
    )
    {
        (this.columns, this.starts) = (columns, starts);
        (Accounts, Products, Places, Unattributed) = (accounts, products, places, unattributed);
    }

    /// <summary>Line or month grain.</summary>
    public LedgerGrain Grain => columns.Months is null ? LedgerGrain.Line : LedgerGrain.Month;

    /// <summary>Who the accounts are.</summary>
    public AccountDirectory Accounts { get; }

    /// <summary>What the products are.</summary>
    public ProductDirectory Products { get; }

    /// <summary>What the places are.</summary>
    public PlaceDirectory Places { get; }

    /// <summary>Totals of the lines that name no account.</summary>
    public UnattributedSales Unattributed { get; }

    /// <summary>Number of accounts, with those that have no lines.</summary>
    public int AccountCount => Accounts.Count;

    /// <summary>Number of rows; at month grain fewer than there are sales lines.</summary>
    public int LineCount => columns.Amount.Length;

    /// <summary>Bytes held by the columns of lines (not by directories).</summary>
    public long Bytes => columns.Bytes;

    /// <summary>Day of the oldest line; null when there is no line.</summary>
    public DateOnly? FirstOn => LineCount == 0 ? null : DateOnly.FromDayNumber(columns.BaseDay);

    /// <summary>Day of the newest line, the default as-of date; null when there is no line.</summary>
    public DateOnly? LastOn => LineCount == 0 ? null : DateOnly.FromDayNumber(columns.LastDay);

    /// <summary>True when some line has a quantity.</summary>
    public bool HasQuantity => columns.Quantity is not null;

    /// <summary>True when some line has a cost.</summary>
    public bool HasCost => columns.Cost is not null;

    /// <summary>True when some line has a discount.</summary>
    public bool HasDiscount => columns.Discount is not null;

    /// <summary>True when some line names a product.</summary>
    public bool HasProducts => columns.Product is not null;

    /// <summary>Days of all lines, as offsets from <see cref="FirstOn"/>.</summary>
    public ReadOnlySpan<ushort> Days => columns.Day;

    /// <summary>Amounts of all lines, ten-thousandths.</summary>
    public ReadOnlySpan<long> Amounts => columns.Amount;

    /// <summary>
    /// Order of each line, numbered from 0 within its account by first appearance. At month grain -1 for lines of orders that lie
    /// within one month.
    /// </summary>
    public ReadOnlySpan<int> Orders => columns.Order;

    /// <summary>Day of a line.</summary>
    public DateOnly DayOf(int line) => DateOnly.FromDayNumber(columns.BaseDay + columns.Day[line]);

    /// <summary>Product of a line; 0 where not known.</summary>
    public int ProductOf(int line) => columns.Product is { } product ? product[line] : 0;

    /// <summary>Quantity of a line, ten-thousandths; 0 where not known.</summary>
    public long QuantityOf(int line) => columns.Quantity is { } quantity ? quantity[line] : 0;

    /// <summary>Cost of a line, ten-thousandths; null where not known.</summary>
    public long? CostOf(int line) => columns.Cost is { } cost && cost[line] != SalesLine.NoCost ? cost[line] : null;

    /// <summary>Discount of a line, ten-thousandths; 0 where none or not known.</summary>
    public long DiscountOf(int line) => columns.Discount is { } discount ? discount[line] : 0;

    /// <summary>Place of a line of this account: the line's own where it has one, else the account's.</summary>
    public ushort PlaceOf(int account, int line) => columns.Place is { } place && place[line] != 0 ? place[line] : Accounts.Places[account];

    /// <summary>The lines of an account: from Start up to but without End, sorted by day.</summary>
    public (int Start, int End) LinesOf(int account) => (starts[account], starts[account + 1]);

    /// <summary>The lines of an account that lie in a period; Start = End when there are none.</summary>
    public (int Start, int End) LinesOf(int account, DayRange period)
    {
        var (from, to) = OffsetsOf(period);
        return LinesOf(account, from, to);
    }

    /// <summary>Amounts of an account's lines in a period, by day; ten-thousandths.</summary>
    public ReadOnlySpan<long> AmountsOf(int account, DayRange period)
    {
        var (start, end) = LinesOf(account, period);
        return columns.Amount.AsSpan(start, end - start);
    }

    /// <summary>Days of an account's lines in a period, ascending, as offsets from <see cref="FirstOn"/>; parallel to <see cref="AmountsOf"/>.</summary>
    public ReadOnlySpan<ushort> DaysOf(int account, DayRange period)
    {
        var (start, end) = LinesOf(account, period);
        return columns.Day.AsSpan(start, end - start);
    }

    /// <summary>
    /// The same lines under another directory: changed names, owners, teams, attributes. Shares all line arrays. Accounts, products and
    /// places may be added at the end of their directories; the old ones keep their indexes.
    /// </summary>
    /// <exception cref="ArgumentException">An account, product or place of this ledger is missing or has another index.</exception>
    public SalesLedger WithDirectory(AccountDirectory accounts, ProductDirectory? products = null, PlaceDirectory? places = null)
    {
        products ??= Products;
        places ??= Places;
        if (!accounts.Ids.AsSpan(0, Math.Min(accounts.Count, AccountCount)).SequenceEqual(Accounts.Ids))
            throw new ArgumentException("The new directory does not begin with the accounts of the ledger.", nameof(accounts));
        if (!products.Ids.AsSpan(0, Math.Min(products.Count, Products.Count)).SequenceEqual(Products.Ids))
            throw new ArgumentException("The new directory does not begin with the products of the ledger.", nameof(products));
        if (places.Count < Places.Count && columns.Place?.Max() >= places.Count)
            throw new ArgumentException("The new directory lacks a place that a line names.", nameof(places));

        LedgerAssembly.CheckPlaces(accounts, places);
        var extended = starts;
        if (accounts.Count > AccountCount)
        {
            extended = new int[accounts.Count + 1];
            extended.AsSpan(starts.Length).Fill(LineCount);
            starts.CopyTo(extended, 0);
        }

        return new SalesLedger(columns, extended, accounts, products, places, Unattributed);
    }

    /// <summary>
    /// The same ledger with some accounts' lines replaced: a small change without reading everything again. Line grain only.
    /// </summary>
    /// <param name="patch">A ledger over the same directories with the new lines of those accounts; its unattributed sales replace the old.</param>
    /// <param name="accounts">Indexes of the accounts whose lines are replaced, in any order; without lines in the patch they have none.</param>
    /// <exception cref="ArgumentException">The directories differ in length, or one of the ledgers is at month grain.</exception>
    /// <exception cref="LedgerDateException">The lines then span more than 65,536 days.</exception>
    public SalesLedger WithLinesOf(SalesLedger patch, ReadOnlySpan<int> accounts)
    {
        if (patch.AccountCount != AccountCount || patch.Products.Count != Products.Count)
            throw new ArgumentException("The patch is not over the same directories.", nameof(patch));
        if (Grain != LedgerGrain.Line || patch.Grain != LedgerGrain.Line)
            throw new ArgumentException("Only ledgers at line grain can be patched.", nameof(patch));

        var ascending = accounts.ToArray();
        Array.Sort(ascending);
        var splice = new LedgerSplice(columns, starts, patch.columns, patch.starts, ascending);
        return new SalesLedger(splice.Columns(), splice.Starts, Accounts, Products, Places, patch.Unattributed);
    }

    /// <summary>
    /// The same lines with categories in place of products, index = code of the category: for questions that the products of a company are too
    /// fine for. Shares all other arrays. This very ledger when no product has a category.
    /// </summary>
    public SalesLedger ByCategory()
    {
        var category = Products.Category;
        if (columns.Product is not { } products || category.Names.Length < 2)
            return this;

        long[] ids = [.. Enumerable.Range(0, category.Names.Length).Select(code => (long)code)];
        string[] codes = [.. ids.Select(_ => "")];
        var column = new int[products.Length];
        for (var line = 0; line < column.Length; line++)
            column[line] = category.Codes[products[line]];

        return new SalesLedger(
            columns.WithProducts(column),
            starts,
            Accounts,
            new ProductDirectory(ids, codes, ["", .. category.Names.Skip(1)]),
            Places,
            Unattributed
        );
    }

    internal LedgerColumns Columns => columns;

    /// <summary>The offsets of a period's days from the base day, clipped to the ledger; from > to when they do not meet.</summary>
    internal (int From, int To) OffsetsOf(DayRange period) =>
        (
            Math.Max(period.From.DayNumber - columns.BaseDay, 0),
            Math.Min(period.To.DayNumber - columns.BaseDay, columns.LastDay - columns.BaseDay)
        );

    internal (int Start, int End) LinesOf(int account, int from, int to)
    {
        var (start, end) = (starts[account], starts[account + 1]);
        if (start == end || from > to || columns.Day[start] > to || columns.Day[end - 1] < from)
            return (start, start);

        return (
            columns.Day[start] >= from ? start : FirstAtLeast(start, end, from),
            columns.Day[end - 1] <= to ? end : FirstAtLeast(start, end, to + 1)
        );
    }

    private int FirstAtLeast(int start, int end, int day)
    {
        var days = columns.Day;
        while (start < end)
        {
            var middle = (int)(((uint)start + (uint)end) >> 1);
            if (days[middle] < day)
                start = middle + 1;
            else
                end = middle;
        }

        return start;
    }
}
