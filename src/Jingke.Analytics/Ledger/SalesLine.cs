using System.Runtime.InteropServices;

namespace Jingke.Analytics.Ledger;

/// <summary>One line as it goes into the ledger. Indexes speak of the directories the ledger is built with. 56 bytes.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct SalesLine
{
    internal const long NoCost = long.MinValue;

    private readonly long costOrNone;

    /// <summary>A line that names no product, place, order, quantity, discount or cost until they are set.</summary>
    public SalesLine() => costOrNone = NoCost;

    /// <summary>Index of the account in the <see cref="AccountDirectory"/>.</summary>
    public required int Account { get; init; }

    /// <summary>Day of the sale.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Amount in ten-thousandths of the currency unit; negative for a return.</summary>
    public required long Amount { get; init; }

    /// <summary>Hash of the order number; 0 = no order number, the order is then all such lines of the account on that day.</summary>
    public ulong OrderKey { get; init; }

    /// <summary>Index of the product in the <see cref="ProductDirectory"/>; 0 = not known.</summary>
    public int Product { get; init; }

    /// <summary>Index of the line's own place in the <see cref="PlaceDirectory"/>; 0 = none, the account's place counts.</summary>
    public ushort Place { get; init; }

    /// <summary>Quantity in ten-thousandths; 0 where not known.</summary>
    public long Quantity { get; init; }

    /// <summary>Cost of the goods in ten-thousandths; null where not known.</summary>
    public long? Cost
    {
        get => costOrNone == NoCost ? null : costOrNone;
        init => costOrNone = value ?? NoCost;
    }

    /// <summary>Discount given, in ten-thousandths (list amount = amount + discount); 0 where none or not known.</summary>
    public long Discount { get; init; }

    internal long CostOrNone => costOrNone;
}
