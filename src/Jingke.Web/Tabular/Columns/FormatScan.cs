using Jingke.Web.Tabular.Sheets;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Tabular.Columns;

/// <summary>
/// Reads ahead to learn how values are written. It stops early when everything is settled; as long as something is open it goes
/// on to the end of the file, because the only date that tells may stand in the last row.
/// </summary>
internal sealed class FormatScan
{
    private const long Enough = 20_000;

    private static readonly Field[] Codes = [Field.OrderNo, Field.LineNo, Field.AccountCode, Field.ProductCode, Field.InvoiceNo];

    private readonly Layout layout;
    private readonly List<(Field Field, int Column, DateEvidence Evidence)> dates = [];
    private readonly List<(Field Field, int Column, NumberEvidence Evidence)> numbers = [];
    private readonly List<(Field Field, int Column)> codes = [];
    private readonly HashSet<Field> floats = [];
    private readonly HashSet<Field> others = [];
    private readonly DiscountEvidence? discount;
    private readonly int discountColumn;

    private FormatScan(Layout layout)
    {
        this.layout = layout;
        foreach (var (field, column) in layout.Columns)
            if (Fields.ContentOf(field) == FieldContent.Date && layout.Mapping.DateOrder is null)
                dates.Add((field, column.Index, new()));
            else if (Fields.ContentOf(field) == FieldContent.Number && layout.Mapping.Decimal is null)
                numbers.Add((field, column.Index, new()));
            else if (Codes.Contains(field))
                codes.Add((field, column.Index));
        discountColumn = layout.IndexOf(Field.Discount);
        discount = discountColumn < 0 ? null : new(layout.Columns[Field.Discount].Header, layout.Mapping.Discount);
    }

    /// <summary>Scans a file whose layout is known.</summary>
    /// <param name="file">The file.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="most">Rows to look at at most; what they leave open comes back as a question though later rows might tell.</param>
    public static Formats Run(SheetFile file, Layout layout, long most = long.MaxValue)
    {
        var scan = new FormatScan(layout);
        using var rows = new TableRows(file, layout);
        for (var read = 0L; rows.Read(); )
        {
            scan.Add(rows.Current);
            if (++read >= most || read >= Enough && read % 4096 == 0 && !scan.IsOpen)
                break;
        }
        return scan.Result(file);
    }

    private bool IsOpen =>
        dates.Exists(date => date.Evidence.IsAmbiguous)
        || numbers.Exists(number => number.Evidence.Decided is null && (number.Evidence.HasOpenPoint || number.Evidence.HasOpenComma))
            && MarkOfFile is null
        || discount is { IsOpen: true };

    // One program wrote the file, so a column that leaves it open follows those that do not.
    private DecimalMark? MarkOfFile
    {
        get
        {
            var marks = numbers.Select(number => number.Evidence.Decided).Where(mark => mark is not null).Distinct().ToList();
            return marks.Count == 1 ? marks[0] : null;
        }
    }

    private void Add(RowReader row)
    {
        foreach (var (_, column, evidence) in dates)
            evidence.Add(row.Cell(column));
        foreach (var (_, column, evidence) in numbers)
            if (!row.IsNumber(column))
                evidence.Add(row.Cell(column));
        foreach (var (field, column) in codes)
            if (!others.Contains(field) && CellText.Trim(row.Cell(column)) is { Length: > 0 } cell && !CellText.IsBlank(cell))
                (CodeText.EndsInPointZero(cell) ? floats : others).Add(field);
        discount?.Add(row.Cell(discountColumn));
    }

    private Formats Result(SheetFile file)
    {
        List<Question> questions = [];
        var orders = layout
            .Columns.Keys.Where(field => Fields.ContentOf(field) == FieldContent.Date)
            .ToDictionary(field => field, _ => DateOrders.Named(layout.Mapping.DateOrder) ?? DateOrder.Ymd);
        foreach (var (field, _, evidence) in dates)
            if (evidence.Decided is { } order)
                orders[field] = order;
            else if (evidence.IsMixed || evidence.IsAmbiguous)
                questions.Add(new(evidence.IsMixed ? "dates.mixed" : "dates.ambiguous", field, layout.NameOf(field), evidence.Example));

        var marks = layout
            .Columns.Keys.Where(field => Fields.ContentOf(field) == FieldContent.Number)
            .ToDictionary(field => field, _ => layout.Mapping.Decimal == "comma" ? DecimalMark.Comma : DecimalMark.Point);
        foreach (var (field, _, evidence) in numbers)
            if (MarkFor(evidence, file) is { } mark)
                marks[field] = mark;
            else
                questions.Add(new(evidence.IsMixed ? "numbers.mixed" : "numbers.ambiguous", field, layout.NameOf(field), evidence.Example));

        floats.ExceptWith(others);
        return new()
        {
            DateOrders = orders,
            Marks = marks,
            FloatCodes = floats,
            Discount = discount?.Meaning ?? DiscountMeaning.Amount,
            DateOrderGiven = layout.Mapping.DateOrder is not null,
            From1904 = file.CountsDaysFrom1904,
            Questions = questions,
        };
    }

    // 1,234 alone groups thousands, as everywhere in China and in English; behind semicolons it may be a German decimal.
    private DecimalMark? MarkFor(NumberEvidence evidence, SheetFile file)
    {
        if (evidence.Decided is { } decided)
            return decided;
        if (evidence.IsMixed)
            return null;
        if (!evidence.HasOpenPoint && !evidence.HasOpenComma)
            return MarkOfFile ?? DecimalMark.Point;
        if (MarkOfFile is { } mark)
            return mark;
        return evidence.HasOpenPoint || file.Delimiter == ';' ? null : DecimalMark.Point;
    }
}
