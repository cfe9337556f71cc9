using System.Text;
using System.Text.Unicode;
using Jingke.Domain;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sales;
using Jingke.Web.Tabular.Sheets;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Tabular.Receivables;

/// <summary>
/// Streams a file of receivables: one row for each receipt, or one without a receipt for an open invoice. After <see cref="Read"/> either
/// <see cref="Problem"/> or <see cref="Record"/> is set.
/// </summary>
internal sealed class ReceivableReader : IDisposable
{
    private readonly SheetFile file;
    private readonly Layout layout;
    private readonly Formats formats;
    private readonly TableRows rows;
    private readonly NumberColumn amount;
    private readonly NumberColumn received;
    private readonly Dictionary<(string InvoiceNo, DateOnly On, long Amount), int> alike = [];

    /// <summary>Opens a file whose layout and formats are settled.</summary>
    public ReceivableReader(SheetFile file, Layout layout, Formats formats)
    {
        layout.RequireUsable();
        formats.RequireAnswered();
        (this.file, this.layout, this.formats) = (file, layout, formats);
        rows = new(file, layout);
        (amount, received) = (new(layout, formats, Field.InvoiceAmount), new(layout, formats, Field.ReceiptAmount));
    }

    /// <summary>Rows so far that are not blank.</summary>
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
    public ReceivableRecord? Record { get; private set; }

    /// <summary>What the columns of the account are called, for a message: the code's where there is one.</summary>
    public string AccountColumn => layout.NameOf(layout.IndexOf(Field.AccountCode) >= 0 ? Field.AccountCode : Field.AccountName);

    /// <summary>What the column of a field is called.</summary>
    public string NameOf(Field field) => layout.NameOf(field);

    /// <summary>The present row's cells as clean text, to give a rejected row back.</summary>
    public string[] Cells() => rows.Current.Texts();

    /// <summary>Moves to the next row that is not blank.</summary>
    public bool Read()
    {
        if (!rows.Read())
            return false;
        RowsRead++;
        Record = null;
        Problem = ReadRow(rows.Current);
        if (Problem is null)
            Accepted++;
        else
            Problems.Add(RowNumber, Problem);
        return true;
    }

    /// <summary>Rejects rows that had been accepted: what only the database knows.</summary>
    public void Refuse(long row, RowProblem problem)
    {
        Accepted--;
        Problems.Add(row, problem);
    }

    /// <summary>Call it after the last row: refuses a file of which nothing could be used, or that changed meanwhile.</summary>
    public void Finish()
    {
        file.CheckUnchanged();
        if (RowsRead == 0)
            throw new RuleException("file.no-rows", file.Name);
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
        if (RowKinds.IsTotal(row))
            return new("row.total");
        if (RowKinds.IsHeader(row, layout))
            return new("row.header-repeated");
        if (ReadText(row, Field.AccountCode, out var code) is { } badCode)
            return badCode;
        if (ReadText(row, Field.AccountName, out var name) is { } badName)
            return badName;
        if (code.Length == 0 && name.Length == 0)
            return new("account.missing");
        if (ReadText(row, Field.InvoiceNo, out var number) is { } badNumber)
            return badNumber;
        if (number.Length == 0)
            return new("invoice.number-missing", layout.NameOf(Field.InvoiceNo));
        return ReadFigures(row, code, name, number);
    }

    private RowProblem? ReadFigures(RowReader row, string code, string name, string number)
    {
        if ((ReadDay(row, Field.InvoiceDate, out var invoicedOn) ?? Required(invoicedOn, Field.InvoiceDate)) is { } badDay)
            return badDay;
        if ((ReadDay(row, Field.DueDate, out var dueOn) ?? Required(dueOn, Field.DueDate)) is { } badDue)
            return badDue;
        if (amount.Read(row, out var due) is { } badAmount)
            return badAmount;
        if (due is null or 0)
            return new("amount.missing", layout.NameOf(Field.InvoiceAmount));
        if (ReadDay(row, Field.ReceiptDate, out var receivedOn) is { } badReceipt)
            return badReceipt;
        if (received.Read(row, out var sum) is { } badSum)
            return badSum;
        // Exports write 0 where nothing came in yet.
        if (sum is null or 0 ? receivedOn is not null && sum is null : receivedOn is null)
            return new("receipt.half", layout.NameOf(sum is null ? Field.ReceiptAmount : Field.ReceiptDate));

        var receipt = sum is { } came and not 0
            ? new ReceiptRecord(receivedOn!.Value, came, OccurrenceOf(number, receivedOn.Value, came))
            : null;
        Record = new(row.RowNumber, code, name, number, invoicedOn!.Value, dueOn!.Value, due.Value, receipt);
        return null;
    }

    private int OccurrenceOf(string number, DateOnly on, long came)
    {
        var occurrence = alike.GetValueOrDefault((number, on, came));
        alike[(number, on, came)] = occurrence + 1;
        return occurrence;
    }

    private RowProblem? Required(DateOnly? day, Field field) => day is null ? new("date.missing", layout.NameOf(field)) : null;

    private RowProblem? ReadDay(RowReader row, Field field, out DateOnly? day)
    {
        day = null;
        var column = layout.IndexOf(field);
        if (column < 0)
            return null;
        var result = DateText.Read(row.Cell(column), formats.OrderOf(field), formats.From1904 && row.IsNumber(column), out var number);
        if (result == ReadResult.Ok)
            day = DateOnly.FromDayNumber(number);
        return result switch
        {
            ReadResult.Ok or ReadResult.Blank => null,
            ReadResult.OtherOrder => new("date.other-order", layout.NameOf(field), CellShown.Of(row.Cell(column))),
            ReadResult.OutOfRange => new("date.out-of-range", layout.NameOf(field), CellShown.Of(row.Cell(column))),
            _ => new("date.unreadable", layout.NameOf(field), CellShown.Of(row.Cell(column))),
        };
    }

    private RowProblem? ReadText(RowReader row, Field field, out string text)
    {
        text = "";
        var column = layout.IndexOf(field);
        if (column < 0)
            return null;
        var cell = row.Cell(column);
        var trimmed = formats.FloatCodes.Contains(field) ? CodeText.Of(cell, dropPointZero: true) : CellText.Trim(cell);
        if (CellText.IsBlank(trimmed))
            return null;
        if (!Utf8.IsValid(trimmed) || trimmed.IndexOf("\uFFFD"u8) >= 0)
            return new("text.unreadable", layout.NameOf(field), CellShown.Of(cell));
        text = CellText.Clean(Encoding.UTF8.GetString(trimmed));
        return text.Length > Fields.LongestText(field) ? new("text.too-long", layout.NameOf(field), CellShown.Of(cell)) : null;
    }
}
