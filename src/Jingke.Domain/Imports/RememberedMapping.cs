namespace Jingke.Domain.Imports;

/// <summary>How a layout was mapped the last time, so that nobody maps the same export twice.</summary>
public sealed class RememberedMapping
{
    /// <summary>Key of the layout, made of its headers.</summary>
    public required string Layout { get; init; }

    /// <summary>What such files bring.</summary>
    public ImportKind Kind { get; set; }

    /// <summary>The mapping of columns as JSON.</summary>
    public string Mapping { get; set; } = "";

    /// <summary>When it was last used.</summary>
    public DateTime UsedAt { get; set; }
}
