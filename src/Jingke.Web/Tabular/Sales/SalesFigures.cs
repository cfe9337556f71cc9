using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sheets;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Tabular.Sales;

/// <summary>Reads quantity, price, amount, cost and discount of a row, and works out what can be worked out.</summary>
internal sealed class SalesFigures
{
    private readonly Layout layout;
    private readonly DiscountMeaning discountMeaning;
    private readonly NumberColumn quantity;
    private readonly NumberColumn unitPrice;
    private readonly NumberColumn amount;
    private readonly NumberColumn cost;
    private readonly NumberColumn unitCost;
    private readonly NumberColumn profit;
    private readonly NumberColumn discount;

    public SalesFigures(Layout layout, Formats formats)
    {
        this.layout = layout;
        discountMeaning = formats.Discount;
        quantity = new(layout, formats, Field.Quantity);
        unitPrice = new(layout, formats, Field.UnitPrice);
        amount = new(layout, formats, Field.Amount);
        cost = new(layout, formats, Field.Cost);
        unitCost = new(layout, formats, Field.UnitCost);
        profit = new(layout, formats, Field.Profit);
        discount = new(layout, formats, Field.Discount);
    }

    /// <summary>Fills the figures of a record; returns why the row cannot be taken, or null.</summary>
    public RowProblem? Read(RowReader row, ref SalesRecord record)
    {
        if (amount.Read(row, out var given) is { } badAmount)
            return badAmount;
        if (quantity.Read(row, out var count) is { } badQuantity)
            return badQuantity;
        if (unitPrice.Read(row, out var price) is { } badPrice)
            return badPrice;
        (record.Quantity, record.UnitPrice) = (count, price);
        if (given is null && count is { } pieces && price is { } each)
        {
            if (!TryTimes(pieces, each, out var product))
                return new("number.out-of-range", layout.NameOf(Field.UnitPrice), CellShown.Of(row.Cell(layout.IndexOf(Field.UnitPrice))));
            given = product;
        }
        if (given is not { } net)
            return new("amount.missing", layout.NameOf(amount.IsPresent ? Field.Amount : Field.UnitPrice));
        record.Amount = net;
        return ReadCost(row, ref record) ?? ReadDiscount(row, ref record);
    }

    private RowProblem? ReadCost(RowReader row, ref SalesRecord record)
    {
        if (cost.Read(row, out var whole) is { } badCost)
            return badCost;
        if (unitCost.Read(row, out var each) is { } badUnitCost)
            return badUnitCost;
        if (profit.Read(row, out var gain) is { } badProfit)
            return badProfit;
        record.Cost =
            whole
            ?? (each is { } one && record.Quantity is { } count && TryTimes(count, one, out var product) ? product : (long?)null)
            ?? (gain is { } left ? record.Amount - left : null);
        return null;
    }

    // The cell says what part of the list amount was taken off, or what part was paid, or the money itself.
    private RowProblem? ReadDiscount(RowReader row, ref SalesRecord record)
    {
        if (discount.Read(row, out var given, out var form) is { } bad)
            return bad;
        if (given is not { } value)
            return null;
        if (form == NumberForm.Plain && discountMeaning == DiscountMeaning.Amount)
        {
            record.Discount = Math.Abs(value) * (record.Amount < 0 ? -1 : 1);
            return null;
        }
        var rate = form switch
        {
            NumberForm.PartPaid => 10_000 - value,
            NumberForm.Percent => value,
            _ => discountMeaning == DiscountMeaning.Percent ? value / 100 : value,
        };
        if (rate is < 0 or > 10_000)
            return new("discount.out-of-range", layout.NameOf(Field.Discount), CellShown.Of(row.Cell(layout.IndexOf(Field.Discount))));
        // A rate of 1 leaves no amount to work back from: the list amount is unknown, and so is the discount.
        record.Discount = rate == 10_000 ? 0 : Rounded.Divide((Int128)record.Amount * rate, 10_000 - rate);
        return null;
    }

    private static bool TryTimes(long count, long each, out long product)
    {
        var exact = (Int128)count * each;
        product = 0;
        if (Int128.Abs(exact) > (Int128)NumberText.Largest * 10_000)
            return false;
        product = Rounded.Divide(exact, 10_000);
        return true;
    }
}
