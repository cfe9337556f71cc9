using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Jingke.Web.Tabular.Writing;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.RecycleBin;

/// <summary>What lies in the recycle bin as a file: accounts, or with <c>tab=contacts</c> contacts.</summary>
internal static class BinExport
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapBinExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/settings/recycle-bin/export", Run).RequireAuthorization(Policies.DeleteAccounts, Policies.Export);

    private static ExportAnswer Run(
        string? tab,
        BinList bin,
        PeopleDirectory people,
        OrganisationInForce organisation,
        Clock clock,
        IStringLocalizer<RecycleBinTexts> words
    )
    {
        ExportColumn[] deleted = [new(words["DeletedAt"], Width: 17), new(words["DeletedBy"], Width: 12)];
        if (tab == "contacts")
            return new(
                $"{words["RecycleBin"]} {words["Contacts"]}",
                [new(words["Contact"], Width: 16), new(words["Account"], Width: 32), .. deleted],
                bin.AllContacts().Select(row => new ExportCell[] { row.Name, row.AccountName, At(row.DeletedAt), By(row.DeletedById) })
            );

        return new(
            $"{words["RecycleBin"]} {words["Accounts"]}",
            [
                new(words["Account"], Width: 32),
                new(words["Owner"], Width: 12),
                new($"{words["NetSales"]} ({Unit.Of(organisation.Current.Currency)})", ExportType.Money, 18),
                .. deleted,
            ],
            bin.AllAccounts()
                .Select(row =>
                    new ExportCell[]
                    {
                        row.Name,
                        people.Current.Find(row.OwnerId)?.Name,
                        row.NetSales,
                        At(row.DeletedAt),
                        By(row.DeletedById),
                    }
                )
        );

        string At(DateTime instant) => Format.Time(clock.ToLocal(instant));

        string By(Guid? person) => people.Current.Find(person)?.Name ?? words["System"].Value;
    }
}
