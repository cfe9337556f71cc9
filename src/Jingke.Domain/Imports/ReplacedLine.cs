using Jingke.Domain.Sales;

namespace Jingke.Domain.Imports;

/// <summary>What a sales line was before an import changed it, so that the import can be undone as a whole.</summary>
public sealed class ReplacedLine : RecordedSale
{
    /// <summary>The import that changed the line.</summary>
    public long ReplacedByBatchId { get; init; }

    /// <summary>Who had bought; null for an unattributed line.</summary>
    public long? AccountId { get; init; }
}
