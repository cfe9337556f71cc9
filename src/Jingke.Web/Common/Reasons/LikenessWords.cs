using Jingke.Analytics.Similarity;
using Jingke.Web.Ledger.Opportunities;

namespace Jingke.Web.Common.Reasons;

/// <summary>Why an account resembles another, in words.</summary>
internal static class LikenessWords
{
    private const double Near = 0.2;

    /// <summary>One line: 相同：浙江、通用设备制造业、中型；相近：员工人数；不同：企业性质. It tells values of the account itself only.</summary>
    /// <param name="match">The match.</param>
    /// <param name="columns">What accounts are compared by.</param>
    /// <param name="account">The account, by its index.</param>
    /// <param name="currency">The unit of amounts.</param>
    public static string Of(LookAlike match, IReadOnlyList<LikenessColumn> columns, int account, string currency)
    {
        var known = match.Attributes.Where(each => each is { Weight: > 0, Difference: not null }).ToList();
        var parts = new[]
        {
            ("Alike.same", known.Where(each => each.Difference == 0).Select(each => Same(columns[each.Attribute], account, currency))),
            ("Alike.near", known.Where(each => each.Difference is > 0 and <= Near).Select(each => Name(each.Name))),
            ("Alike.differs", known.Where(each => each.Difference > Near).Select(each => Name(each.Name))),
        };
        return string.Join(
            ReasonTexts.Get("Alike.semicolon"),
            parts
                .Select(part => (part.Item1, Words: part.Item2.ToList()))
                .Where(part => part.Words.Count > 0)
                .Select(part => ReasonTexts.Get(part.Item1, string.Join(ReasonTexts.Get("Alike.comma"), part.Words)))
        );
    }

    /// <summary>Name of an attribute: 省份, 行业.</summary>
    public static string Name(string key) => ReasonTexts.Get($"Alike.of.{key}");

    /// <summary>The value of an account as people write it; – where it is not known.</summary>
    public static string Value(LikenessColumn column, int account, string currency)
    {
        if (column.WordOf(account) is { } word)
            return column.Key switch
            {
                "province" => RegionName.Of(word) ?? word,
                "kind" => ReasonTexts.Get($"Alike.kind.{word}"),
                _ => word,
            };
        return column.NumberOf(account) is not { } number
            ? Format.None
            : column.Unit switch
            {
                LikenessUnit.Money => Format.MoneyWithUnit((long)(number * 10_000), currency),
                LikenessUnit.Day => Format.Date(DateOnly.FromDayNumber((int)number)),
                _ => Format.Count((long)number),
            };
    }

    private static string Same(LikenessColumn column, int account, string currency) =>
        column.Codes is null ? $"{Name(column.Key)} {Value(column, account, currency)}" : Value(column, account, currency);
}
