namespace Jingke.Domain.Duplicates;

/// <summary>Tells a slip of the pen from a difference that is meant.</summary>
internal static class Typo
{
    private const string Numerals = "0123456789零〇一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾甲乙丙丁戊己庚辛";
    private const string Opposites = "东西南北中上下左右前后大小新老旧男女内外高低";

    /// <summary>One edit between two cores, see <see cref="OneEdit"/>.</summary>
    public static (string Left, string Right)? Between(string left, string right) => OneEdit.Between(left, right);

    /// <summary>
    /// Whether an edit changes a number or a direction: 第一中学 and 第二中学, 城东店 and 城西店 are two, however alike they look. So is a
    /// numeral that only one of them has.
    /// </summary>
    public static bool ChangesNumber(string left, string right) =>
        left.Length == 2
            ? Numerals.Contains(left[0]) && Numerals.Contains(left[1])
            : IsNumeral(left) && (right.Length == 0 || IsNumeral(right))
                || IsNumeral(right) && left.Length == 0
                || left.Length == 1 && right.Length == 1 && Opposites.Contains(left[0]) && Opposites.Contains(right[0]);

    private static bool IsNumeral(string text) => text.Length == 1 && Numerals.Contains(text[0]);
}
