namespace Jingke.Domain.Sales;

/// <summary>What a line of a sales file says, whoever bought. Written in bulk by imports, never edited by hand.</summary>
public abstract class RecordedSale
{
    /// <summary>
    /// The line's identity: a 64-bit hash of source, order number, line number and occurrence. The same line of a later file has the same
    /// identity, so that it is recognised and never counted twice.
    /// </summary>
    public long Id { get; init; }

    /// <summary>Order number as given; empty where the file has none.</summary>
    public string OrderNo { get; init; } = "";

    /// <summary>Line number as given; empty where the file has none.</summary>
    public string LineNo { get; init; } = "";

    /// <summary>Day of the order.</summary>
    public DateOnly OrderedOn { get; init; }

    /// <summary>What was sold; null where the file does not say.</summary>
    public long? ProductId { get; init; }

    /// <summary>Where it was sold; null where the file does not say.</summary>
    public long? PlaceId { get; init; }

    /// <summary>Quantity, ten-thousandths; null where the file does not say.</summary>
    public long? Quantity { get; init; }

    /// <summary>Unit price, ten-thousandths of the currency unit; null where the file does not say.</summary>
    public long? UnitPrice { get; init; }

    /// <summary>Amount, ten-thousandths; negative for returns and cancellations.</summary>
    public long Amount { get; init; }

    /// <summary>Cost of the goods, ten-thousandths; null where the file does not say.</summary>
    public long? Cost { get; init; }

    /// <summary>Discount given, ten-thousandths; null where the file does not say.</summary>
    public long? Discount { get; init; }

    /// <summary>Who sold it, as given.</summary>
    public string Salesperson { get; init; } = "";

    /// <summary>64-bit hash of everything else, which tells a corrected line from an equal one.</summary>
    public long Content { get; init; }

    /// <summary>The import that first brought the line.</summary>
    public long BatchId { get; init; }

    /// <summary>The import that last changed it.</summary>
    public long ChangedByBatchId { get; init; }
}
