using Jingke.Analytics.Similarity;

namespace Jingke.Web.Ledger.Opportunities;

/// <summary>What kind of number an attribute is, and so how it is written.</summary>
public enum LikenessUnit
{
    /// <summary>A word.</summary>
    Word,

    /// <summary>A count.</summary>
    Count,

    /// <summary>An amount in the currency of the organisation.</summary>
    Money,

    /// <summary>A day, as its number.</summary>
    Day,
}

/// <summary>One attribute by which accounts are compared; index = account.</summary>
/// <param name="Key">Its key, for words and addresses.</param>
/// <param name="Unit">How its values are written.</param>
/// <param name="Codes">Code of each account's word, 0 = not known; null for numbers.</param>
/// <param name="Words">The words of the codes.</param>
/// <param name="Numbers">Number of each account, NaN = not known; null for words.</param>
public sealed record LikenessColumn(string Key, LikenessUnit Unit, int[]? Codes, string[] Words, double[]? Numbers)
{
    // Grades in their order; where a company uses other words, equal or not is all that can be said.
    private static readonly string[][] Sizes =
    [
        ["微型", "micro"],
        ["小型", "small"],
        ["中型", "medium"],
        ["大型", "large"],
    ];

    /// <summary>Whether accounts differ in it at all.</summary>
    public bool Tells =>
        Codes is not null
            ? Codes.Where(code => code > 0).Distinct().Take(2).Count() > 1
            : Numbers!.Where(double.IsFinite).Distinct().Take(2).Count() > 1;

    /// <summary>The word of an account; null where it is not known.</summary>
    public string? WordOf(int account) => Codes?[account] is > 0 and var code ? Words[code] : null;

    /// <summary>The number of an account; null where it is not known.</summary>
    public double? NumberOf(int account) => Numbers?[account] is { } number && double.IsFinite(number) ? number : null;

    /// <summary>The values of some accounts as they are compared.</summary>
    public AttributeColumn Of(int[] accounts)
    {
        if (Codes is null)
        {
            var numbers = Array.ConvertAll(accounts, account => Numbers![account]);
            return Unit == LikenessUnit.Day ? AttributeColumn.Number(Key, numbers) : AttributeColumn.Magnitude(Key, numbers);
        }

        if (Key == "size" && Grades() is { } grades)
            return AttributeColumn.Ordered(Key, Array.ConvertAll(accounts, account => grades[Codes[account]]));

        // A company with more words than that has no attribute but a remark.
        return AttributeColumn.Category(Key, Array.ConvertAll(accounts, account => Codes[account] < ushort.MaxValue ? Codes[account] : 0));
    }

    private int[]? Grades()
    {
        var grades = new int[Words.Length];
        for (var code = 1; code < grades.Length; code++)
        {
            grades[code] = 1 + Array.FindIndex(Sizes, size => size.Contains(Words[code], StringComparer.OrdinalIgnoreCase));
            if (grades[code] == 0)
                return null;
        }
        return grades;
    }
}
