using Jingke.Domain;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sheets;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Tabular.Sales;

/// <summary>
/// Streams a sales file. After <see cref="Read"/> either <see cref="Problem"/> says why the row is rejected, or <see cref="Record"/>
/// holds the line. Memory grows with the accounts and products named and by about 35 bytes a row, for identities.
/// </summary>
internal sealed class SalesReader : IDisposable
{
    private readonly SheetFile file;
    private readonly Layout layout;
    private readonly Formats formats;
    private readonly TableRows rows;
    private readonly SalesNames names;
    private readonly SalesFigures figures;
    private readonly LineIdentity? identity;
    private readonly HashSet64 seen;
    private readonly Scratch scratch = new();
    private readonly int orderNo;
    private readonly int lineNo;
    private readonly int date;
    private readonly int currency;
    private readonly bool floatCodes;
    private readonly DateOrder dateOrder;
    private ulong lastCurrency;
    private long otherOrder;
    private SalesRecord record;

    /// <summary>Opens a file whose layout and formats are settled.</summary>
    /// <param name="file">The file.</param>
    /// <param name="layout">Its layout, usable.</param>
    /// <param name="formats">How its values are written, without open questions.</param>
    /// <param name="identify">False where nobody asks which line is which: id and content then stay 0, which saves a third of the time.</param>
    public SalesReader(SheetFile file, Layout layout, Formats formats, bool identify = true)
    {
        layout.RequireUsable();
        formats.RequireAnswered();
        (this.file, this.layout, this.formats) = (file, layout, formats);
        rows = new TableRows(file, layout);
        names = new SalesNames(Catalogue, layout, formats);
        figures = new SalesFigures(layout, formats);
        var expected = ExpectedRows();
        seen = new HashSet64(expected);
        identity = identify ? new LineIdentity(layout.Mapping.Source ?? "", expected) : null;
        orderNo = layout.IndexOf(Field.OrderNo);
        lineNo = layout.IndexOf(Field.LineNo);
        date = layout.IndexOf(Field.Date);
        currency = layout.IndexOf(Field.Currency);
        floatCodes = formats.FloatCodes.Count > 0;
        dateOrder = formats.OrderOf(Field.Date);
    }

    /// <summary>Who, what and where the rows so far have named.</summary>
    public SalesCatalogue Catalogue { get; } = new();

    /// <summary>Rows so far that are not blank: accepted and rejected.</summary>
    public long RowsRead { get; private set; }

    /// <summary>Rows accepted so far.</summary>
    public long Accepted { get; private set; }

    /// <summary>Rejected rows by kind.</summary>
    public ProblemTally Problems { get; } = new();

    /// <summary>Number of the present row as a person sees it.</summary>
    public long RowNumber => rows.Current.RowNumber;

    /// <summary>Name of the sheet the present row is on; empty for text files.</summary>
    public string Sheet => rows.Sheet;

    /// <summary>Why the present row is rejected; null when it is accepted.</summary>
    public RowProblem? Problem { get; private set; }

    /// <summary>The present row when it is accepted.</summary>
    public ref readonly SalesRecord Record => ref record;

    /// <summary>Order number of the present row; empty without one.</summary>
    public string OrderNo => System.Text.Encoding.UTF8.GetString(CodeOf(Field.OrderNo, orderNo));

    /// <summary>Line number of the present row; empty without one.</summary>
    public string LineNo => System.Text.Encoding.UTF8.GetString(CodeOf(Field.LineNo, lineNo));

    /// <summary>The present row's cells as clean text, to give a rejected row back.</summary>
    public string[] Cells() => rows.Current.Texts();

    /// <summary>Moves to the next row that is not blank.</summary>
    /// <exception cref="RuleException">file.*: the rest of the file cannot be read.</exception>
    public bool Read()
    {
        if (!rows.Read())
            return false;
        RowsRead++;
        Problem = ReadRow(rows.Current);
        if (Problem is null)
            Accepted++;
        else
            Problems.Add(rows.Current.RowNumber, Problem);
        return true;
    }

    /// <summary>Call it after the last row: refuses a file of which nothing could be used, that changed meanwhile, or whose dates are mixed.</summary>
    public void Finish()
    {
        file.CheckUnchanged();
        if (RowsRead == 0)
            throw new RuleException("file.no-rows", file.Name);
        if (otherOrder * 20 > RowsRead && !formats.DateOrderGiven)
            throw new RuleException(
                "dates.mixed",
                layout.NameOf(Field.Date),
                Problems.ByKind.First(kind => kind.Code == "date.other-order").Examples[0].Value
            );
        if (Accepted == 0)
            throw Problems.NothingUsable(RowsRead);
    }

    public void Dispose() => rows.Dispose();

    private RowProblem? ReadRow(RowReader row)
    {
        if (row.Problem is { } broken)
            return new(broken);
        if (row.HasCellsBeyond(layout.Width))
            return new("row.too-many-cells");
        // A total has no date of its own, unless blank cells repeat what stands above.
        if (layout.Mapping.FillDown is not null && RowKinds.IsTotal(row))
            return new("row.total");
        // The place of a row among those of its order counts even when the row is rejected.
        var order = CodeOf(Field.OrderNo, orderNo);
        record = new() { Row = row.RowNumber, IsIdentical = !seen.Add(row.Hash(scratch)) };
        if (order.Length > 0)
        {
            record.OrderKey = Math.Max(1, XxHash64.Of(order));
            record.Id = identity?.OfOrder(order, CodeOf(Field.LineNo, lineNo)) ?? 0;
        }
        return ReadCells(row);
    }

    private RowProblem? ReadCells(RowReader row)
    {
        var dated = DateText.Read(row.Cell(date), dateOrder, formats.From1904 && row.IsNumber(date), out var day);
        if (dated != ReadResult.Ok)
            return DateProblem(row, dated);
        record.Day = day;
        if (figures.Read(row, ref record) is { } wrong)
            return wrong;
        if ((TooLong(row, Field.OrderNo, orderNo) ?? TooLong(row, Field.LineNo, lineNo)) is { } tooLong)
            return tooLong;
        if ((record.Account = names.Account(row)) < 0 || (record.Product = names.Product(row)) < 0)
            return names.Problem;
        if ((record.Place = names.Place(row)) < 0 || (record.Salesperson = names.Salesperson(row)) < 0)
            return names.Problem;
        ReadCurrency(row);
        if (identity is null)
            return null;
        if (record.OrderKey == 0)
            record.Id = identity.OfDay(Catalogue.KeyOf(record.Account), day);
        record.Content = ContentOf();
        return null;
    }

    private RowProblem DateProblem(RowReader row, ReadResult result)
    {
        var cell = CellShown.Of(row.Cell(date));
        if (result == ReadResult.Blank)
            return new(RowKinds.IsTotal(row) ? "row.total" : "date.missing", layout.NameOf(Field.Date));
        if (RowKinds.IsHeader(row, layout))
            return new("row.header-repeated");
        if (result == ReadResult.OtherOrder)
            otherOrder++;
        var code = result switch
        {
            ReadResult.OtherOrder => "date.other-order",
            ReadResult.OutOfRange => "date.out-of-range",
            _ => "date.unreadable",
        };
        return new(code, layout.NameOf(Field.Date), cell);
    }

    private RowProblem? TooLong(RowReader row, Field field, int column) =>
        column >= 0 && row.Cell(column) is { Length: > 64 } cell && row.Text(column).Length > Fields.LongestText(field)
            ? new("text.too-long", layout.NameOf(field), CellShown.Of(cell))
            : null;

    private ReadOnlySpan<byte> CodeOf(Field field, int column) =>
        column < 0 ? default : CodeText.Of(rows.Current.Cell(column), floatCodes && formats.FloatCodes.Contains(field));

    // Room for about as many rows as the file has, so that tables need not grow on the way; unknown for a workbook.
    private int ExpectedRows()
    {
        if (file.Delimiter is null || layout.Sample.Count == 0)
            return 0;
        var bytes = layout.Sample.Sum(row => row.Cells.Sum(cell => cell.Length + 1L)) / layout.Sample.Count;
        return (int)Math.Min(file.Length / Math.Max(bytes, 1), 10_000_000);
    }

    private void ReadCurrency(RowReader row)
    {
        if (currency < 0)
            return;
        var cell = CellText.Trim(row.Cell(currency));
        var hash = XxHash64.Of(cell);
        if (hash == lastCurrency || Catalogue.Currencies.Count > 50)
            return;
        lastCurrency = hash;
        if (!CellText.IsBlank(cell))
            Catalogue.Currencies.Add(row.Text(currency));
    }

    private long ContentOf()
    {
        scratch.Clear();
        scratch.Add(record.Day);
        scratch.Add(record.Amount);
        scratch.Add(record.Quantity ?? long.MinValue);
        scratch.Add(record.UnitPrice ?? long.MinValue);
        scratch.Add(record.Cost ?? long.MinValue);
        scratch.Add(record.Discount ?? long.MinValue);
        Catalogue.AddHashes(ref record, scratch);
        return unchecked((long)scratch.Hash);
    }
}
