namespace Jingke.Web.Common;

/// <summary>The order of a list as it stands in the address: "name" is ascending, "-sales" descending.</summary>
/// <param name="Key">Which column.</param>
/// <param name="Descending">Whether the largest comes first.</param>
public readonly record struct Sort(string Key, bool Descending)
{
    /// <summary>Reads the order from an address; a column that the list does not offer means the default.</summary>
    /// <param name="text">"name", "-sales" or null.</param>
    /// <param name="standard">The default, in the same notation.</param>
    /// <param name="allowed">Columns that the list can be sorted by.</param>
    public static Sort Parse(string? text, string standard, params ReadOnlySpan<string> allowed) =>
        text is not null && Parse(text) is var asked && allowed.Contains(asked.Key) ? asked : Parse(standard);

    /// <summary>Reads a notation that is known to be right.</summary>
    public static Sort Parse(string text) => text.StartsWith('-') ? new(text[1..], true) : new(text, false);

    /// <summary>The notation.</summary>
    public override string ToString() => (Descending ? "-" : "") + Key;
}
