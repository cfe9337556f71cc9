namespace Jingke.Web.Features.Import.Loading;

/// <summary>Columns of the tables that are written in bulk, in the order in which values come.</summary>
internal static class SqlNames
{
    /// <summary>Columns that sales lines, unattributed lines and replaced lines share.</summary>
    public const string Sale =
        "id, order_no, line_no, ordered_on, product_id, place_id, quantity, unit_price, amount, cost, discount, salesperson, content, batch_id, changed_by_batch_id";

    /// <summary>The same, one by one.</summary>
    public static readonly string[] SaleColumns = Sale.Split(", ");

    /// <summary>Columns of a sales line.</summary>
    public static readonly string[] SalesLineColumns = ["account_id", .. SaleColumns];
}
