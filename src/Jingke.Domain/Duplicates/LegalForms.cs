namespace Jingke.Domain.Duplicates;

/// <summary>Splits the legal form off the end of a folded name, and says whether two forms can be one company's.</summary>
internal static class LegalForms
{
    // Longest first, since each is tried in turn.
    private static readonly (string Ending, LegalForm Form)[] Chinese =
    [
        ("股份有限责任公司", LegalForm.JointStock),
        ("股份有限公司", LegalForm.JointStock),
        ("有限责任公司", LegalForm.Limited),
        ("责任有限公司", LegalForm.Limited),
        ("农民专业合作社", LegalForm.Cooperative),
        ("专业合作社", LegalForm.Cooperative),
        ("有限公司", LegalForm.Limited),
        ("股份公司", LegalForm.JointStock),
        ("有限责任", LegalForm.Limited),
        ("合伙企业", LegalForm.Partnership),
        ("有限合伙", LegalForm.Partnership),
        ("普通合伙", LegalForm.Partnership),
        ("总公司", LegalForm.Company),
        ("合作社", LegalForm.Cooperative),
        ("经营部", LegalForm.Shop),
        ("门市部", LegalForm.Shop),
        ("批发部", LegalForm.Shop),
        ("服务部", LegalForm.Shop),
        ("公司", LegalForm.Company),
        ("集团", LegalForm.Group),
        ("股份", LegalForm.JointStock),
        ("有限", LegalForm.Limited),
        ("商店", LegalForm.Shop),
        ("商行", LegalForm.Shop),
        ("商号", LegalForm.Shop),
        ("总厂", LegalForm.Factory),
        ("店", LegalForm.Shop),
        ("厂", LegalForm.Factory),
    ];

    private static readonly Dictionary<string, LegalForm> English = new(StringComparer.Ordinal)
    {
        ["co"] = LegalForm.Company,
        ["company"] = LegalForm.Company,
        ["corp"] = LegalForm.Company,
        ["corporation"] = LegalForm.Company,
        ["inc"] = LegalForm.Company,
        ["incorporated"] = LegalForm.Company,
        ["ltd"] = LegalForm.Limited,
        ["limited"] = LegalForm.Limited,
        ["llc"] = LegalForm.Limited,
        ["gmbh"] = LegalForm.Limited,
        ["pte"] = LegalForm.Limited,
        ["pty"] = LegalForm.Limited,
        ["bv"] = LegalForm.Limited,
        ["srl"] = LegalForm.Limited,
        ["sarl"] = LegalForm.Limited,
        ["plc"] = LegalForm.JointStock,
        ["ag"] = LegalForm.JointStock,
        ["nv"] = LegalForm.JointStock,
        ["spa"] = LegalForm.JointStock,
        ["group"] = LegalForm.Group,
        ["holding"] = LegalForm.Group,
        ["holdings"] = LegalForm.Group,
    };

    private const LegalForm Corporate = LegalForm.Company | LegalForm.Limited | LegalForm.JointStock | LegalForm.Group;

    /// <summary>Takes the forms off the end, while at least two letters stay.</summary>
    public static (string Body, LegalForm Form) Split(string folded)
    {
        var (rest, form) = (folded, LegalForm.None);
        for (var found = true; found; )
        {
            found = false;
            rest = rest.TrimEnd(' ');
            // (集团), (有限合伙) and their like stand at the end or before another form.
            var inBrackets = rest.EndsWith(')');
            var body = inBrackets ? rest[..^1] : rest;
            if (TakeChinese(ref body, out var one) || TakeEnglish(ref body, out one))
            {
                if (inBrackets && !body.EndsWith('('))
                    break;
                rest = inBrackets ? body[..^1] : body;
                (form, found) = (form | one, true);
            }
        }
        return (rest, form);
    }

    /// <summary>Whether two forms may be the same company's: one is not said, or both say the same, or one only says less.</summary>
    public static bool Agree(LegalForm left, LegalForm right)
    {
        if (left == LegalForm.None || right == LegalForm.None || left == right)
            return true;
        if ((left & ~Corporate) != (right & ~Corporate) || (left & LegalForm.Group) != (right & LegalForm.Group))
            return false;
        var kinds = (left | right) & (LegalForm.Limited | LegalForm.JointStock);
        return kinds != (LegalForm.Limited | LegalForm.JointStock) || (left & kinds) == LegalForm.None || (right & kinds) == LegalForm.None;
    }

    private static bool TakeChinese(ref string text, out LegalForm form)
    {
        foreach (var (ending, each) in Chinese)
            if (
                text.EndsWith(ending, StringComparison.Ordinal)
                && FoldedName.Letters(text.AsSpan(0, text.Length - ending.Length)).Length >= 2
            )
            {
                (text, form) = (text[..^ending.Length], each);
                return true;
            }
        form = LegalForm.None;
        return false;
    }

    private static bool TakeEnglish(ref string text, out LegalForm form)
    {
        var start = text.Length;
        while (start > 0 && char.IsAsciiLetter(text[start - 1]))
            start--;
        form = LegalForm.None;
        // A word of its own: after a blank, a bracket or a Chinese character.
        if (start == text.Length || start < 2 || !English.TryGetValue(text[start..], out form) || char.IsAsciiDigit(text[start - 1]))
            return false;
        text = text[..start];
        return true;
    }
}
