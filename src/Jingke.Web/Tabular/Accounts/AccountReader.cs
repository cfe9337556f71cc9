using System.Text;
using System.Text.Unicode;
using Jingke.Domain;
using Jingke.Domain.Reference;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sheets;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Tabular.Accounts;

/// <summary>Streams a file of accounts or contacts. After <see cref="Read"/> either <see cref="Problem"/> or <see cref="Record"/> is set.</summary>
internal sealed class AccountReader : IDisposable
{
    private readonly SheetFile file;
    private readonly Layout layout;
    private readonly Formats formats;
    private readonly TableRows rows;
    private readonly (Field Field, int Column)[] texts;
    private readonly NumberColumn employees;
    private readonly int firstTraded;

    /// <summary>Opens a file whose layout and formats are settled.</summary>
    public AccountReader(SheetFile file, Layout layout, Formats formats)
    {
        layout.RequireUsable();
        formats.RequireAnswered();
        (this.file, this.layout, this.formats) = (file, layout, formats);
        rows = new TableRows(file, layout);
        texts =
        [
            .. layout
                .Columns.Where(column => Fields.ContentOf(column.Key) == FieldContent.Text)
                .Select(column => (column.Key, column.Value.Index)),
        ];
        employees = new NumberColumn(layout, formats, Field.Employees);
        firstTraded = layout.IndexOf(Field.FirstTraded);
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
    public AccountRecord Record { get; private set; } = new();

    /// <summary>The present row's cells as clean text, to give a rejected row back.</summary>
    public string[] Cells() => rows.Current.Texts();

    /// <summary>Moves to the next row that is not blank.</summary>
    public bool Read()
    {
        if (!rows.Read())
            return false;
        RowsRead++;
        Record = new() { Row = rows.Current.RowNumber };
        Problem = ReadRow(rows.Current);
        if (Problem is null)
            Accepted++;
        else
            Problems.Add(rows.Current.RowNumber, Problem);
        return true;
    }

    /// <summary>Rejects the present row, which was accepted, for a reason that is known elsewhere.</summary>
    public void Refuse(RowProblem problem)
    {
        Accepted--;
        Problems.Add(rows.Current.RowNumber, Problem = problem);
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
        foreach (var (field, column) in texts)
            if (ReadText(row.Cell(column), field) is { } problem)
                return problem;
        foreach (var (key, column) in layout.Facts)
            if (ReadFact(row.Cell(column.Index), key, column) is { } problem)
                return problem;
        if (Record.Code.Length == 0 && Record[Field.AccountName].Length == 0)
            return new("account.missing");
        if (layout.Kind == FileKind.Contacts && !Record.HasContact)
            return new("contact.missing");
        if (Record[Field.Email] is { Length: > 0 } email && !LooksLikeEmail(email))
            return new("email.unreadable", layout.NameOf(Field.Email), email);
        return ReadValues(row);
    }

    private RowProblem? ReadValues(RowReader row)
    {
        if (employees.Read(row, out var staff) is { } badNumber)
            return badNumber;
        if (staff is < 0 or > int.MaxValue * 10_000L)
            return new("number.out-of-range", layout.NameOf(Field.Employees), CellShown.Of(row.Cell(layout.IndexOf(Field.Employees))));
        Record.Employees = (int?)(staff / 10_000);
        if (firstTraded >= 0)
        {
            var result = DateText.Read(
                row.Cell(firstTraded),
                formats.OrderOf(Field.FirstTraded),
                formats.From1904 && row.IsNumber(firstTraded),
                out var day
            );
            if (result is not (ReadResult.Ok or ReadResult.Blank))
                return new("date.unreadable", layout.NameOf(Field.FirstTraded), CellShown.Of(row.Cell(firstTraded)));
            Record.FirstTraded = result == ReadResult.Ok ? DateOnly.FromDayNumber(day) : null;
        }
        Record.Place = PlaceOf(Record);
        Record.Industry = Industries.Recognise(Record[Field.Industry]);
        return null;
    }

    private RowProblem? ReadText(ReadOnlySpan<byte> cell, Field field)
    {
        var trimmed = formats.FloatCodes.Contains(field) ? CodeText.Of(cell, dropPointZero: true) : CellText.Trim(cell);
        if (CellText.IsBlank(trimmed))
            return null;
        if (!Utf8.IsValid(trimmed) || trimmed.IndexOf("\uFFFD"u8) >= 0)
            return new("text.unreadable", layout.NameOf(field), CellShown.Of(cell));
        var text = CellText.Clean(Encoding.UTF8.GetString(trimmed));
        if (text.Length > Fields.LongestText(field))
            return new("text.too-long", layout.NameOf(field), CellShown.Of(cell));
        Record[field] = text;
        return null;
    }

    private RowProblem? ReadFact(ReadOnlySpan<byte> cell, string key, MappedColumn column)
    {
        var trimmed = CellText.Trim(cell);
        if (CellText.IsBlank(trimmed))
            return null;
        if (!Utf8.IsValid(trimmed) || trimmed.IndexOf("\uFFFD"u8) >= 0)
            return new("text.unreadable", column.Name, CellShown.Of(cell));
        Record.Facts[key] = CellText.Clean(Encoding.UTF8.GetString(trimmed));
        return null;
    }

    private static RecognisedPlace PlaceOf(AccountRecord record)
    {
        if (!Chinese.IsChina(record[Field.Country]))
            return default;
        var place = Divisions.Recognise(record[Field.Province], record[Field.City], record[Field.Address]);
        var nothingGiven = record[Field.Province].Length + record[Field.City].Length == 0;
        return place.Province is null && nothingGiven ? Divisions.RecogniseCompany(record.Name) : place;
    }

    private static bool LooksLikeEmail(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at < text.Length - 1
        && text.IndexOf('@', at + 1) < 0
        && !text.Contains(' ', StringComparison.Ordinal);
}
