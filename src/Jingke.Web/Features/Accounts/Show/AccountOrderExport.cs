using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Tabular.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.Show;

/// <summary>An account's order lines as a file, newest first.</summary>
internal static class AccountOrderExport
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapAccountOrderExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/accounts/{id:long}/orders/export", RunAsync).RequireAuthorization(Policies.Export, Policies.SeeAccounts);

    private static async Task<ExportAnswer> RunAsync(
        long id,
        JingkeDbContext db,
        AccountOrders orders,
        OrganisationInForce organisation,
        IStringLocalizer<AccountTexts> words,
        CancellationToken cancel
    )
    {
        var name =
            await db.Accounts.Where(account => account.Id == id).Select(account => account.Name).SingleOrDefaultAsync(cancel)
            ?? throw new NotFoundException(nameof(Account), id);
        var unit = Unit.Of(organisation.Current.Currency);
        ExportColumn[] columns =
        [
            new(words["OrderedOn"], ExportType.Date, 12),
            new(words["OrderNo"], Width: 18),
            new(words["LineNo"]),
            new(words["Product"], Width: 32),
            new(words["Quantity"], ExportType.Quantity),
            new($"{words["UnitPrice"]} ({unit})", ExportType.Money),
            new($"{words["Amount"]} ({unit})", ExportType.Money, 18),
            new(words["Salesperson"], Width: 12),
        ];
        return new($"{words["Tab.orders"]} {name}", columns, orders.All(id).Select(Cells));
    }

    private static ExportCell[] Cells(OrderLineRow line) =>
        [line.OrderedOn, line.OrderNo, line.LineNo, line.Product, line.Quantity, line.UnitPrice, line.Amount, line.Salesperson];
}
