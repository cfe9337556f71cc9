namespace Jingke.Web.Tabular.Sheets;

/// <summary>What stands between the columns of a text file.</summary>
internal static class Delimiters
{
    /// <summary>Stands for runs of blanks, which only a mapping can ask for.</summary>
    public const char Blanks = ' ';

    private static readonly char[] Candidates = [',', '\t', ';', '|'];

    /// <summary>Reads the word of a mapping or an option: comma, semicolon, tab, pipe, blank, or the sign itself.</summary>
    public static char? Named(string? word) =>
        word switch
        {
            null => null,
            "," or "comma" => ',',
            ";" or "semicolon" => ';',
            "\t" or "\\t" or "tab" => '\t',
            "|" or "pipe" => '|',
            " " or "blank" or "blanks" or "space" or "whitespace" => Blanks,
            { Length: 1 } when word[0] is > ' ' and < '\u007F' and not '"' && !char.IsAsciiLetterOrDigit(word[0]) => word[0],
            _ => null,
        };

    /// <summary>The sign that cuts the most lines into the same number of parts; a comma when nothing does.</summary>
    /// <param name="sample">The beginning of the text; a last line that is cut off does no harm.</param>
    public static char Recognise(ReadOnlySpan<char> sample)
    {
        if (sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && sample.Length > 5 && sample[5] is '\r' or '\n')
            return sample[4];

        var (best, bestScore) = (',', 0.0);
        foreach (var candidate in Candidates)
            if (Score(sample, candidate) is var score && score > bestScore)
                (best, bestScore) = (candidate, score);
        return best;
    }

    private static double Score(ReadOnlySpan<char> sample, char delimiter)
    {
        Dictionary<int, int> linesByCount = [];
        var (count, lines, quoted, content, atStart) = (0, 0, false, false, true);
        foreach (var c in sample)
        {
            // A quotation begins only where a cell begins: 5" pipe is a pipe of five inches.
            if (c == '"' && (quoted || atStart))
                quoted = !quoted;
            else if (c is '\n' or '\r' && !quoted)
            {
                if (content)
                    (linesByCount[count], lines) = (linesByCount.GetValueOrDefault(count) + 1, lines + 1);
                (count, content, atStart) = (0, false, true);
                if (lines == 200)
                    break;
                continue;
            }
            else if (c == delimiter && !quoted)
                count++;
            (content, atStart) = (true, c == delimiter && !quoted);
        }
        if (content && lines < 20)
            (linesByCount[count], lines) = (linesByCount.GetValueOrDefault(count) + 1, lines + 1);

        var score = 0.0;
        foreach (var (delimiters, times) in linesByCount)
            if (delimiters > 0)
                score = Math.Max(score, (double)times / lines * (1 + Math.Log2(1 + delimiters) / 4));
        return score;
    }
}
