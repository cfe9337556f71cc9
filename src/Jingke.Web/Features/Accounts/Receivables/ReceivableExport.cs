using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Tabular.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.Receivables;

/// <summary>An account's invoices as a file, those that are due last first.</summary>
internal static class ReceivableExport
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapReceivableExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/accounts/{id:long}/receivables/export", RunAsync).RequireAuthorization(Policies.Export, Policies.SeeAccounts);

    private static async Task<ExportAnswer> RunAsync(
        long id,
        JingkeDbContext db,
        ReceivablesOfAccount receivables,
        OrganisationInForce organisation,
        Clock clock,
        IStringLocalizer<AccountTexts> words,
        CancellationToken cancel
    )
    {
        var name =
            await db.Accounts.Where(account => account.Id == id).Select(account => account.Name).SingleOrDefaultAsync(cancel)
            ?? throw new NotFoundException(nameof(Account), id);
        var unit = Unit.Of(organisation.Current.Currency);
        var today = clock.Today;
        ExportColumn[] columns =
        [
            new(words["Receivable.InvoiceNo"], Width: 22),
            new(words["Receivable.InvoicedOn"], ExportType.Date, 12),
            new(words["Receivable.DueOn"], ExportType.Date, 12),
            new($"{words["Receivable.Amount"]} ({unit})", ExportType.Money, 18),
            new($"{words["Receivable.Received"]} ({unit})", ExportType.Money, 18),
            new($"{words["Receivable.Open"]} ({unit})", ExportType.Money, 18),
            new(words["Receivable.OverdueDays"], ExportType.Integer),
            new(words["Receivable.LastOn"], ExportType.Date, 12),
        ];
        return new(
            $"{words["Tab.receivables"]} {name}",
            columns,
            receivables
                .All(id)
                .Select(row =>
                    new ExportCell[]
                    {
                        row.InvoiceNo,
                        row.InvoicedOn,
                        row.DueOn,
                        row.Amount,
                        row.Received,
                        row.Open,
                        (long)row.OverdueDays(today),
                        row.LastOn,
                    }
                )
        );
    }
}
