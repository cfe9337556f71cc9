namespace Jingke.Domain.Sales;

/// <summary>Something that is sold. Products come from sales files.</summary>
public sealed class Product
{
    /// <summary>Identifier.</summary>
    public long Id { get; init; }

    /// <summary>The company's own number for it; empty where the file has none, then the name identifies it.</summary>
    public string Code { get; init; } = "";

    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Category; null while unknown.</summary>
    public long? CategoryId { get; init; }

    /// <summary>The import that created it.</summary>
    public long? CreatedByBatchId { get; init; }
}
