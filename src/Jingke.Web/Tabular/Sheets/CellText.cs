using System.Text;

namespace Jingke.Web.Tabular.Sheets;

/// <summary>Makes the text of a cell fit to be stored and compared. A cell that begins with = + - @ is text like any other.</summary>
internal static class CellText
{
    /// <summary>Without blanks at the ends, without control characters, in composed form (NFC).</summary>
    public static string Clean(string text)
    {
        if (IsPlain(text))
            return text;

        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
            if (c is '\t' or '\n' or '\r' or '\u00A0' or '\u2028' or '\u2029')
                clean.Append(' ');
            else if (!char.IsControl(c) && c is not ('\uFEFF' or '\u200B' or '\u200E' or '\u200F'))
                clean.Append(c);
        var result = clean.ToString().Trim();
        // ="00123" is how an export keeps Excel from dropping zeros; the text inside is what is meant.
        if (result.Length > 3 && result.StartsWith("=\"", StringComparison.Ordinal) && result[^1] == '"')
            result = result[2..^1].Replace("\"\"", "\"", StringComparison.Ordinal).Trim();
        // '=A1 is how a spreadsheet, and our own export, mark text that is no formula.
        if (result.Length > 1 && result[0] == '\'' && result[1] is ('=' or '+' or '-' or '@'))
            result = result[1..];
        return IsWellFormed(result) && !result.IsNormalized() ? result.Normalize() : result;
    }

    /// <summary>The bytes without ASCII blanks and control characters at the ends.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell)
    {
        var start = 0;
        var end = cell.Length;
        while (start < end && cell[start] <= 0x20)
            start++;
        while (end > start && cell[end - 1] <= 0x20)
            end--;
        return cell[start..end];
    }

    /// <summary>Whether nothing is in the cell, or what programs write for nothing: NULL, N/A, nan, -.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> trimmed) =>
        trimmed.Length switch
        {
            0 => true,
            1 => trimmed[0] is (byte)'-' or (byte)'/',
            2 => trimmed.SequenceEqual("--"u8) || trimmed.SequenceEqual("\\N"u8) || trimmed.SequenceEqual("\u00A0"u8),
            3 => EqualsWord(trimmed, "N/A"u8)
                || EqualsWord(trimmed, "NAN"u8)
                || trimmed.SequenceEqual("　"u8)
                || trimmed.SequenceEqual("—"u8),
            4 => EqualsWord(trimmed, "NULL"u8) || EqualsWord(trimmed, "#N/A"u8) || EqualsWord(trimmed, "NONE"u8),
            6 => EqualsWord(trimmed, "(NULL)"u8) || EqualsWord(trimmed, "<NULL>"u8),
            _ => false,
        };

    private static bool EqualsWord(ReadOnlySpan<byte> text, ReadOnlySpan<byte> upper) => Ascii.EqualsIgnoreCase(text, upper);

    private static bool IsPlain(string text)
    {
        if (text.Length == 0)
            return true;
        if (text[0] is ' ' or '=' or '\'' || text[^1] == ' ')
            return false;
        foreach (var c in text)
            if (c is < ' ' or > '~')
                return false;
        return true;
    }

    // A half surrogate cannot be normalised; such text is refused later where it is stored.
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        return true;
    }
}
