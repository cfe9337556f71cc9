using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Show;

/// <summary>An account's order lines, newest first.</summary>
internal sealed class AccountOrders(JingkeDbContext db)
{
    /// <summary>One page of lines.</summary>
    public Task<Page<OrderLineRow>> RunAsync(long accountId, PageRequest wanted, CancellationToken cancel) =>
        Lines(accountId).ToPageAsync(wanted, cancel);

    /// <summary>All lines, read one after another; for exports.</summary>
    public IAsyncEnumerable<OrderLineRow> All(long accountId) => Lines(accountId).AsAsyncEnumerable();

    private IQueryable<OrderLineRow> Lines(long accountId) =>
        db
            .SalesLines.AsNoTracking()
            .Where(line => line.AccountId == accountId)
            .OrderByDescending(line => line.OrderedOn)
            .ThenByDescending(line => line.OrderNo)
            .ThenBy(line => line.Id)
            .Select(line => new OrderLineRow(
                line.OrderedOn,
                line.OrderNo,
                line.LineNo,
                db.Products.Where(product => product.Id == line.ProductId).Select(product => product.Name).FirstOrDefault(),
                line.Quantity,
                line.UnitPrice,
                line.Amount,
                line.Salesperson
            ));
}

/// <summary>A line of an order; amounts and quantities are ten-thousandths.</summary>
public sealed record OrderLineRow(
    DateOnly OrderedOn,
    string OrderNo,
    string LineNo,
    string? Product,
    long? Quantity,
    long? UnitPrice,
    long Amount,
    string Salesperson
);
