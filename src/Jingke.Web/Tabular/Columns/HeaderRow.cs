using Jingke.Domain;

namespace Jingke.Web.Tabular.Columns;

/// <summary>Finds the row that holds the headers; titles and blank rows may stand above it.</summary>
internal static class HeaderRow
{
    private const int Deepest = 40;

    /// <summary>Finds the header row in the first rows of a sheet.</summary>
    /// <returns>Index in the sample, or -1 when there is no header row.</returns>
    public static int Find(FileKind kind, Mapping mapping, List<SampleRow> sample)
    {
        if (mapping.Header == false)
            return -1;
        if (mapping.HeaderRow is { } asked)
            return sample.FindIndex(row => row.Number == asked) is >= 0 and var at
                ? at
                : throw new RuleException("mapping.header-row-not-found", asked);

        var wanted = Wanted(mapping);
        var (best, bestScore) = (-1, 0);
        for (var i = 0; i < Math.Min(Deepest, sample.Count); i++)
            if (Score(kind, sample[i], wanted) is var score && score > bestScore)
                (best, bestScore) = (i, score);
        if (bestScore >= 4 || mapping.Header == true && bestScore > 0)
            return best;
        // Nothing is known: the first row of several filled cells is what a person would call the header.
        return mapping.Header == true || !MapsByNumber(mapping)
            ? Math.Max(0, sample.FindIndex(row => row.Cells.Count(cell => cell.Length > 0) > 1))
            : -1;
    }

    private static bool MapsByNumber(Mapping mapping) =>
        mapping.Columns is { Count: > 0 } columns
        && columns.Values.All(value => ColumnMatch.NumberOf(value) is not null || value.ValueKind == System.Text.Json.JsonValueKind.Null);

    private static HashSet<string> Wanted(Mapping mapping) =>
        mapping.Columns is null
            ? []
            :
            [
                .. mapping
                    .Columns.Values.Where(value => value.ValueKind == System.Text.Json.JsonValueKind.String)
                    .Select(value => HeaderText.Of(value.GetString()!).Key),
            ];

    // Two points for a known header, one for a likely one; a cell that is a number of its own is no header.
    private static int Score(FileKind kind, SampleRow row, HashSet<string> wanted)
    {
        HashSet<Field> known = [];
        var (score, filled) = (0, 0);
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (row.Cells[i].Length == 0)
                continue;
            filled++;
            if (row.Numbers[i] || row.Cells[i].Length > 60)
                continue;
            var key = HeaderText.Of(row.Cells[i]).Key;
            if (key.Length == 0)
                continue;
            if (wanted.Contains(key))
                score += 4;
            else if (HeaderNames.Find(kind, key) is { } name)
                score += known.Add(name.Field) ? 2 : 0;
            else if (kind == FileKind.Sales && HeaderGuess.Find(key) is { } guess && known.Add(guess))
                score++;
        }
        // A single known word among one or two cells is a title such as 客户 or Sales.
        return filled < 2 ? 0 : score;
    }
}
