namespace Jingke.Domain.Facts;

/// <summary>A name in the three languages of the product. The simplified Chinese one is always there.</summary>
/// <param name="Hans">Simplified Chinese.</param>
/// <param name="Hant">Traditional Chinese; empty means as in simplified Chinese.</param>
/// <param name="En">English; empty means as in simplified Chinese.</param>
public readonly record struct LocalName(string Hans, string Hant = "", string En = "")
{
    /// <summary>The name in a language, <c>zh-Hans</c>, <c>zh-Hant</c> or <c>en</c>.</summary>
    public string In(string language) =>
        language switch
        {
            "zh-Hant" when Hant.Length > 0 => Hant,
            "en" when En.Length > 0 => En,
            _ => Hans,
        };
}
