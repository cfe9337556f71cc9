using System.Text;

namespace Jingke.Web.Tabular.Sheets;

/// <summary>A cell as it is shown in a message.</summary>
internal static class CellShown
{
    private const int Longest = 100;

    public static string Of(ReadOnlySpan<byte> cell)
    {
        var text = CellText.Clean(Encoding.UTF8.GetString(cell.Length > Longest * 4 ? cell[..(Longest * 4)] : cell));
        if (text.Length <= Longest)
            return text;
        var cut = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return text[..cut] + "…";
    }
}
