namespace Jingke.Web.Tabular.Values;

/// <summary>Reads a cell that says yes or no.</summary>
internal static class YesNo
{
    /// <summary>True, false, or null for a text that says neither, an empty one included.</summary>
    public static bool? Read(string text) =>
        text.Trim().ToUpperInvariant() switch
        {
            "1" or "Y" or "YES" or "TRUE" or "T" or "是" or "对" or "√" or "✓" or "✔" or "PRIMARY" or "主" or "首要" or "主要" => true,
            "0" or "N" or "NO" or "FALSE" or "F" or "否" or "不是" or "×" or "✗" or "✘" or "X" or "-" or "副" or "次要" => false,
            _ => null,
        };
}
