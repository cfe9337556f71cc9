using System.Globalization;
using System.Text;
using Jingke.Domain;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Tabular.Columns;

/// <summary>A column that has a meaning.</summary>
/// <param name="Index">Position in the row, from 0.</param>
/// <param name="Header">Its header; empty without a header row.</param>
internal sealed record MappedColumn(int Index, HeaderText Header)
{
    /// <summary>How a person finds it: the header, or "column 3".</summary>
    public string Name => Header.Text.Length > 0 ? Header.Text : (Index + 1).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Something a person should know about how a file is read, worded like a refusal.</summary>
internal sealed record Note(string Code, params object?[] Args);

/// <summary>Where the table is in a file and what its columns mean.</summary>
internal sealed record Layout
{
    public required FileKind Kind { get; init; }

    /// <summary>Indexes of the sheets that hold the table, in order.</summary>
    public required IReadOnlyList<int> Sheets { get; init; }

    /// <summary>Number of the header row as a person sees it; 0 when there is none.</summary>
    public required long HeaderRow { get; init; }

    /// <summary>All headers in order; without a header row as many empty ones as there are columns.</summary>
    public required IReadOnlyList<HeaderText> Headers { get; init; }

    /// <summary>Cells to the right of so many columns mean that a value was cut in two, so the others may have moved.</summary>
    public required int Width { get; init; }

    /// <summary>The columns that have a meaning.</summary>
    public required IReadOnlyDictionary<Field, MappedColumn> Columns { get; init; }

    /// <summary>The columns of fields that the organisation has besides, by their keys.</summary>
    public IReadOnlyDictionary<string, MappedColumn> Facts { get; init; } = new Dictionary<string, MappedColumn>();

    /// <summary>What was given by a person.</summary>
    public required Mapping Mapping { get; init; }

    /// <summary>What a person should know: sheets and columns that are not read.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>Cells of the first rows under the headers, for the mapping page and for guesses.</summary>
    public IReadOnlyList<SampleRow> Sample { get; init; } = [];

    /// <summary>What is missing; empty when the file can be read. Each entry is one field, or several of which one would do.</summary>
    public IReadOnlyList<Field[]> Missing => Fields.Missing(Kind, Columns.ContainsKey);

    /// <summary>The same for every file with the same headers, so that a mapping can be remembered: 16 hex digits.</summary>
    public string Key
    {
        get
        {
            var joined = string.Join('\u001F', Headers.Select(header => header.Key.Length > 0 ? header.Key : "?"));
            return XxHash64.Of(Encoding.UTF8.GetBytes($"{Kind}\u001F{joined}")).ToString("x16", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Position of a field's column, or -1.</summary>
    public int IndexOf(Field field) => Columns.TryGetValue(field, out var column) ? column.Index : -1;

    /// <summary>The name of a field's column for a message.</summary>
    public string NameOf(Field field) => Columns.TryGetValue(field, out var column) ? column.Name : "";

    /// <summary>Refuses a layout that lacks a required column.</summary>
    /// <exception cref="RuleException">columns.missing or columns.none-recognised.</exception>
    public void RequireUsable()
    {
        if (Missing is not [var missing, ..])
            return;
        // Where no row was taken for a header, the first row says most about the file.
        var first =
            Headers.Any(header => header.Text.Length > 0) || Sample.Count == 0 ? Headers.Select(header => header.Text) : Sample[0].Cells;
        var headers = string.Join(", ", first.Where(text => text.Length > 0).Take(60));
        throw Columns.Count == 0
            ? new RuleException("columns.none-recognised", Cut(headers))
            : new RuleException("columns.missing", missing, Cut(headers));
    }

    private static string Cut(string text) => text.Length <= 600 ? text : text[..600] + " …";
}

/// <summary>A row kept for looking at.</summary>
/// <param name="Number">As a person sees it.</param>
/// <param name="Cells">Clean text.</param>
/// <param name="Numbers">Whether each cell is a number of its own.</param>
internal sealed record SampleRow(long Number, string[] Cells, bool[] Numbers)
{
    public string Cell(int column) => column < Cells.Length ? Cells[column] : "";
}
