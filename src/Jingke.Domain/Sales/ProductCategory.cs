namespace Jingke.Domain.Sales;

/// <summary>A product category; two levels are usual.</summary>
public sealed class ProductCategory
{
    /// <summary>Identifier.</summary>
    public long Id { get; init; }

    /// <summary>Name, unique below its parent.</summary>
    public string Name { get; init; } = "";

    /// <summary>The category above it; null at the top.</summary>
    public long? ParentId { get; init; }

    /// <summary>The import that created it.</summary>
    public long? CreatedByBatchId { get; init; }
}
