namespace Jingke.Domain.Imports;

/// <summary>What a sales line was before an import changed it, so that the import can be undone as a whole.</summary>
public sealed class ReplacedLine
{
    /// <summary>The import that changed the line.</summary>
    public long BatchId { get; init; }

    /// <summary>The line's identity.</summary>
    public long LineId { get; init; }

    /// <summary>Who had bought; null for an unattributed line.</summary>
    public long? AccountId { get; init; }

    /// <summary>The line before the change, as JSON.</summary>
    public string Before { get; init; } = "";
}
