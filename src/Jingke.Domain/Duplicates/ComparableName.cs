using System.Text;
using System.Text.RegularExpressions;

namespace Jingke.Domain.Duplicates;

/// <summary>
/// A name taken apart for comparing: what tells the customer from others, and beside it, compared by themselves, the region, the legal
/// form and the branch. 上海鲸客（集团）有限公司北京分公司 has the core 鲸客, the region Shanghai, the form group and limited, the branch 北京分公司.
/// </summary>
public sealed partial class ComparableName
{
    private const int LongestPersonal = 3;

    // Names are short; milliseconds.
    private const int Longest = 1_000;

    // Surnames of two characters: with them a person's name may have four.
    private const string LongSurnames =
        "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 申屠 公孙 慕容 钟离 长孙 宇文 司徒 鲜于 司空 令狐";

    private ComparableName() { }

    /// <summary>All letters and digits, folded.</summary>
    public string Whole { get; private init; } = "";

    /// <summary>The name without legal form and branch; its region stays.</summary>
    public string Plain { get; private init; } = "";

    /// <summary>The name without legal form, branch and region; never empty unless the name has no letter.</summary>
    public string Core { get; private init; } = "";

    /// <summary>Legal forms at its end.</summary>
    public LegalForm Form { get; private init; }

    /// <summary>GB/T 2260 codes of the region it names; several where the word is not certain; empty when it names none.</summary>
    public IReadOnlyList<string> Regions { get; private init; } = [];

    /// <summary>分公司, 二店 and their like with what stands before; empty for a head office or an only shop.</summary>
    public string Branch { get; private init; } = "";

    /// <summary>Whether it can be the name of a person: two or three Chinese characters, four with a long surname, and nothing else.</summary>
    public bool IsPersonal { get; private init; }

    /// <summary>Takes a name apart.</summary>
    /// <param name="name">The name as it was typed.</param>
    /// <param name="simplified">Gives the simplified form of a character; a simple one comes back.</param>
    public static ComparableName Of(string name, Func<Rune, Rune> simplified)
    {
        var folded = FoldedName.Of(name, simplified);
        var whole = FoldedName.Letters(folded);
        var (head, branch) = SplitBranch(folded);
        var (rest, form) = LegalForms.Split(head);
        var plain = FoldedName.Letters(rest);
        if (plain.Length == 0)
            (rest, plain, form) = (folded, whole, LegalForm.None);
        var personal = form == LegalForm.None && branch.Length == 0 && IsPerson(whole);
        var (core, regions) = personal ? (plain, []) : SplitRegion(rest, plain);
        return new()
        {
            Whole = whole,
            Plain = plain,
            Core = core,
            Form = form,
            Regions = regions,
            Branch = branch,
            IsPersonal = personal,
        };
    }

    private static (string Head, string Branch) SplitBranch(string folded)
    {
        if (AfterCompany().Match(folded) is { Success: true } company)
        {
            var tail = FoldedName.Letters(company.Groups["tail"].ValueSpan);
            var head = folded[..company.Groups["tail"].Index];
            if (tail.Length == 0 || Status().IsMatch(tail))
                return (head, "");
            // 鲸客有限公司(上海) names its region behind; 鲸客公司餐饮有限公司 is a company of its own.
            if (RegionWords.Leading(tail, 0) is var (_, length) && length == tail.Length)
                return (tail + head, "");
            return OwnCompany().IsMatch(tail) ? (folded, "") : (head, tail);
        }
        if (Numbered().Match(folded) is { Success: true } numbered)
            return (folded[..numbered.Index], FoldedName.Letters(numbered.ValueSpan));
        if (InBrackets().Match(folded) is { Success: true } bracket)
            return (folded[..bracket.Index], FoldedName.Letters(bracket.ValueSpan));
        if (Ending().Match(folded) is { Success: true } ending)
            return (folded[..ending.Index], ending.Value);
        return (folded, "");
    }

    private static (string Core, IReadOnlyList<string> Regions) SplitRegion(string rest, string plain)
    {
        var regions = new List<string>();
        var kept = new StringBuilder(rest.Length);
        var at = 0;
        foreach (var bracket in Bracketed().EnumerateMatches(rest))
        {
            kept.Append(rest, at, bracket.Index - at);
            var inside = rest.AsSpan(bracket.Index + 1, bracket.Length - 2);
            at = bracket.Index + bracket.Length;
            if (inside is "中国")
                continue;
            if (RegionWords.Leading(inside, 0) is var (codes, length) && length == inside.Length)
                regions.AddRange(codes);
            else if (LegalForms.Split("甲乙" + inside.ToString()) is not ("甲乙", _))
                kept.Append(inside);
        }
        kept.Append(rest, at, rest.Length - at);
        var text = FoldedName.Letters(kept.ToString());
        if (text.Length < 2)
            return (plain, regions);

        var (leading, skipped) = RegionWords.Leading(text, 2);
        return (text[skipped..], regions.Count == 0 ? leading : regions);
    }

    private static bool IsPerson(string text) =>
        IsHan(text)
        && (
            text.Length is >= 2 and <= LongestPersonal
            || text.Length == LongestPersonal + 1 && LongSurnames.Contains(text[..2], StringComparison.Ordinal)
        );

    private static bool IsHan(string text)
    {
        foreach (var letter in text)
            if (letter is < '\u3400' or > '\u9FFF')
                return false;
        return true;
    }

    [GeneratedRegex("^.*(?<![分子])公司(?<tail>.+)$", RegexOptions.ExplicitCapture, Longest)]
    private static partial Regex AfterCompany();

    [GeneratedRegex("(?<![分子])公司$|厂$|集团$", RegexOptions.ExplicitCapture, Longest)]
    private static partial Regex OwnCompany();

    [GeneratedRegex(
        "^(?:已|拟|原)?(?:注销|吊销|停业|歇业|倒闭|作废|禁用|停用|勿用|重复|旧|新|个体工商户|有限合伙|普通合伙|集团|本部|总部)$",
        RegexOptions.ExplicitCapture,
        Longest
    )]
    private static partial Regex Status();

    [GeneratedRegex(
        @"\(?第?[0-9一二三四五六七八九十百]+号?(?:分公司|分店|门店|分厂|分校|校区|店|部|厂)\)?$",
        RegexOptions.ExplicitCapture,
        Longest
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\([^()]*(?:店|分公司|分部|营业部|办事处|校区)\)$", RegexOptions.ExplicitCapture, Longest)]
    private static partial Regex InBrackets();

    [GeneratedRegex(
        "(?:分公司|子公司|分行|支行|分店|分厂|分部|分校|办事处|代表处|营业部|项目部|门店|旗舰店)$",
        RegexOptions.ExplicitCapture,
        Longest
    )]
    private static partial Regex Ending();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.ExplicitCapture, Longest)]
    private static partial Regex Bracketed();
}
