using Jingke.Web.Tabular.Sheets;

namespace Jingke.Web.Tabular.Writing;

/// <summary>
/// The last row of a file that was taken out: who did, when, how many rows. It begins with a mark that is the same in every language, so
/// that the row is not taken for data when the file is brought in again.
/// </summary>
internal static class Watermark
{
    /// <summary>How the first cell of the row begins.</summary>
    public const string Mark = "※ Jingke";

    /// <summary>The text of the row's first cell.</summary>
    /// <param name="words">Who, when, how much.</param>
    public static string Of(string words) => $"{Mark} · {words}";

    /// <summary>Whether a row that is read is such a row.</summary>
    public static bool IsOn(RowReader row) => row.CellCount > 0 && CellText.Trim(row.Cell(0)).StartsWith("※ Jingke"u8);
}
