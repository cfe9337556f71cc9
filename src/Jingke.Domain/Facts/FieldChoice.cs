namespace Jingke.Domain.Facts;

/// <summary>One value that can be chosen in a field.</summary>
/// <param name="Key">What is stored; it never changes.</param>
/// <param name="Hans">Simplified Chinese.</param>
/// <param name="Hant">Traditional Chinese; empty means as in simplified Chinese.</param>
/// <param name="En">English; empty means as in simplified Chinese.</param>
public sealed record FieldChoice(string Key, string Hans, string Hant = "", string En = "")
{
    /// <summary>The names together.</summary>
    public LocalName Names => new(Hans, Hant, En);
}
