using System.Globalization;
using System.Text;
using System.Text.Json;
using Jingke.Domain;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Tabular.Columns;

/// <summary>Gives each field its column: as the mapping says, else by header, with the content to break ties.</summary>
internal static class ColumnMatch
{
    private static readonly (Field Field, Field Named, string[] Words)[] BareNames =
    [
        (Field.AccountCode, Field.AccountName, ["客户", "顾客", "会员", "customer", "client", "account", "buyer"]),
        (Field.ProductCode, Field.ProductName, ["产品", "商品", "物料", "存货", "product", "item", "material"]),
    ];

    private const int Guessed = 1_000;
    private const int WrongContent = 5_000;

    public static Dictionary<Field, MappedColumn> Run(FileKind kind, Mapping mapping, HeaderText[] headers, IReadOnlyList<SampleRow> data)
    {
        Dictionary<Field, MappedColumn> columns = [];
        HashSet<Field> settled = [];
        foreach (var (name, value) in mapping.Columns ?? new Dictionary<string, JsonElement>())
        {
            var field = Mapping.FieldNamed(kind, name);
            settled.Add(field);
            if (value.ValueKind != JsonValueKind.Null)
                columns[field] = Mapped(value, headers);
        }

        var allowed = Fields.Of(kind).ToHashSet();
        List<(Field Field, int Column, int Rank)> offers = [];
        for (var i = 0; i < headers.Length; i++)
            if (Offer(kind, headers[i], i, data) is { } offer && allowed.Contains(offer.Field))
                offers.Add(offer);

        var used = columns.Values.Select(column => column.Index).ToHashSet();
        foreach (var (field, column, _) in offers.OrderBy(offer => offer.Rank).ThenBy(offer => offer.Column))
            if (!settled.Contains(field) && !used.Contains(column))
            {
                columns.Add(field, new(column, headers[column]));
                settled.Add(field);
                used.Add(column);
            }
        TakeBareNames(columns, allowed, headers, used);
        return columns;
    }

    // 客户 beside 客户名称, or Customer beside Customer Name, holds the code.
    private static void TakeBareNames(
        Dictionary<Field, MappedColumn> columns,
        HashSet<Field> allowed,
        HeaderText[] headers,
        HashSet<int> used
    )
    {
        foreach (var (field, named, words) in BareNames)
            if (allowed.Contains(field) && columns.ContainsKey(named) && !columns.ContainsKey(field))
                for (var i = 0; i < headers.Length; i++)
                    if (!used.Contains(i) && words.Contains(SimplifiedChinese.Fold(headers[i].Key)))
                    {
                        columns.Add(field, new(i, headers[i]));
                        used.Add(i);
                        break;
                    }
    }

    /// <summary>A column given by number, from 1, as a JSON number or text; null for a header.</summary>
    public static int? NumberOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : value.ValueKind == JsonValueKind.String
        && int.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out number)
            ? number
        : null;

    /// <summary>The column that a mapping names.</summary>
    /// <exception cref="RuleException"><c>mapping.column-not-found</c></exception>
    public static MappedColumn Mapped(JsonElement value, HeaderText[] headers)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            var text = value.GetString()!;
            var key = HeaderText.Of(text).Key;
            var index = Array.FindIndex(headers, header => string.Equals(header.Text, text.Trim(), StringComparison.Ordinal));
            if (index < 0 && key.Length > 0)
                index = Array.FindIndex(headers, header => header.Key == key);
            if (index >= 0)
                return new(index, headers[index]);
        }
        if (NumberOf(value) is { } number && number >= 1 && number <= headers.Length)
            return new(number - 1, headers[number - 1]);
        var names = string.Join(", ", headers.Where(header => header.Text.Length > 0).Take(60).Select(header => header.Text));
        throw new RuleException("mapping.column-not-found", value.ToString(), headers.Length, names);
    }

    private static (Field Field, int Column, int Rank)? Offer(FileKind kind, HeaderText header, int column, IReadOnlyList<SampleRow> data)
    {
        if (header.Key.Length == 0)
            return null;
        var (field, rank) =
            HeaderNames.Find(kind, header.Key) is { } name ? name
            : kind == FileKind.Sales && HeaderGuess.Find(header.Key) is { } guess ? (guess, Guessed)
            : ((Field)(-1), 0);
        if ((int)field < 0)
            return null;
        // 销售 is who sold, or for how much.
        if (SimplifiedChinese.Fold(header.Key) == "销售" && kind == FileKind.Sales && AllNumbers(column, data))
            return (Field.Amount, column, Guessed - 1);
        // 首要联系人 is a name, or whether the contact beside it is the first one.
        if (field == Field.ContactName && AllYesOrNo(column, data))
            return (Field.IsPrimary, column, rank);
        if (Fits(field, column, data))
            return (field, column, rank);
        return rank < Guessed ? (field, column, rank + WrongContent) : null;
    }

    private static bool AllNumbers(int column, IReadOnlyList<SampleRow> data)
    {
        var cells = data.Where(row => row.Cell(column).Length > 0).ToList();
        return cells.Count > 0
            && cells.All(row => row.Numbers[column] || NumberText.LooksLikeNumber(Encoding.UTF8.GetBytes(row.Cells[column])));
    }

    private static bool AllYesOrNo(int column, IReadOnlyList<SampleRow> data)
    {
        var cells = data.Select(row => row.Cell(column)).Where(cell => cell.Length > 0).ToList();
        return cells.Count > 0 && cells.TrueForAll(cell => YesNo.Read(cell) is not null);
    }

    // Text always fits; dates and numbers fit when half of the filled cells can be read as such.
    private static bool Fits(Field field, int column, IReadOnlyList<SampleRow> data)
    {
        var content = Fields.ContentOf(field);
        if (content == FieldContent.Text)
            return true;
        var (filled, fit) = (0, 0);
        foreach (var row in data)
        {
            var cell = row.Cell(column);
            if (cell.Length == 0)
                continue;
            filled++;
            var bytes = Encoding.UTF8.GetBytes(cell);
            if (content == FieldContent.Date ? DateText.LooksLikeDate(bytes) : row.Numbers[column] || NumberText.LooksLikeNumber(bytes))
                fit++;
        }
        return filled == 0 || fit * 2 >= filled;
    }
}
