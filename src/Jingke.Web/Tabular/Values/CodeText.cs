using System.Text;
using Jingke.Web.Tabular.Sheets;

namespace Jingke.Web.Tabular.Values;

/// <summary>Codes and numbers of orders, lines, accounts, products: text in which leading zeros count.</summary>
internal static class CodeText
{
    /// <summary>Whether a cell is a whole number followed by .0, as programs write codes they took for numbers.</summary>
    public static bool EndsInPointZero(ReadOnlySpan<byte> cell)
    {
        var point = cell.LastIndexOf((byte)'.');
        return point > 0
            && point < cell.Length - 1
            && cell[..point].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            && cell[(point + 1)..].IndexOfAnyExcept((byte)'0') < 0;
    }

    /// <summary>The code without blanks, and without .0 where the whole column has it; empty for a blank cell.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> cell, bool dropPointZero)
    {
        cell = CellText.Trim(cell);
        if (CellText.IsBlank(cell))
            return default;
        if (dropPointZero && EndsInPointZero(cell))
            return cell[..cell.LastIndexOf((byte)'.')];
        return IsPlain(cell) ? cell : Encoding.UTF8.GetBytes(CellText.Clean(Encoding.UTF8.GetString(cell)));
    }

    private static bool IsPlain(ReadOnlySpan<byte> cell) =>
        cell.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E) < 0 && cell[0] is not ((byte)'=' or (byte)'\'');
}
