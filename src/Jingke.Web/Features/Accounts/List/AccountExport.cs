using System.Runtime.CompilerServices;
using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Jingke.Web.Features.Accounts.List.Fields;
using Jingke.Web.Tabular.Writing;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.List;

/// <summary>The list as a file: the filter, order and columns of the page, all rows of the viewer's scope.</summary>
internal static class AccountExport
{
    // Values of fields are read for as many rows at once.
    private const int Piece = 500;

    /// <summary>Maps the endpoint.</summary>
    public static void MapAccountExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/accounts/export", RunAsync).RequireAuthorization(Policies.Export, Policies.SeeAccounts);

    private static async Task<ExportAnswer> RunAsync(
        HttpContext http,
        AccountList list,
        PeopleDirectory people,
        OrganisationInForce organisation,
        Clock clock,
        ListFields fields,
        ListValues values,
        IStringLocalizer<AccountTexts> words
    )
    {
        var address = PageAddress.Of(http.Request);
        var rows = await list.AllAsync(
            AccountFilter.Of(address, fields),
            AccountOrder.Parse(address.Get("sort"), fields),
            http.RequestAborted
        );
        var chosen = ChosenColumns.Of(address, fields);
        var unit = Unit.Of(organisation.Current.Currency);
        var shown = Columns(words, people.Current, clock, unit)
            .Where(column => column.Key is null || chosen.Standard.Contains(column.Key))
            .ToList();
        return new(
            words["Accounts"],
            [
                .. shown.Select(column => column.Column),
                .. chosen.Fields.Select(field => FieldCells.Column(field, fields.TitleOf(field), unit)),
            ],
            Cells(rows, shown, chosen.Fields, values, http.RequestAborted)
        );
    }

    private static async IAsyncEnumerable<ExportCell[]> Cells(
        IAsyncEnumerable<AccountRow> rows,
        List<Part> columns,
        IReadOnlyList<ListField> fields,
        ListValues values,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        await foreach (var piece in rows.Chunk(Piece).WithCancellation(cancel))
        {
            var known = await values.RunAsync([.. piece.Select(row => row.Id)], fields, cancel);
            foreach (var row in piece)
                yield return
                [
                    .. columns.Select(column => column.Cell(row)),
                    .. fields.Select(field => FieldCells.Cell(field, known.GetValueOrDefault((row.Id, field.Name)))),
                ];
        }
    }

    // In the order of the page; a column without a key is always there.
    private static List<Part> Columns(IStringLocalizer<AccountTexts> words, PeopleDirectory.Snapshot people, Clock clock, string unit) =>
        [
            new(null, new(words["Account"], Width: 32), row => row.Name),
            new(null, new(words["Code"], Width: 14), row => row.Code),
            new("tier", new(words["Tier"], Width: 10), row => words[$"Tier.{row.Tier?.ToString() ?? "None"}"].Value),
            new("sales", new($"{words["NetSales"]} ({unit})", ExportType.Money, 18), row => row.NetSales),
            new("yoy", new(words["YearOnYear"], ExportType.Percent), row => row.YearOnYear),
            new("rank", new(words["Rank"], ExportType.Integer), row => row.SalesRank),
            new(
                "score",
                new(words["Score"], ExportType.Quantity),
                row => row.ValueScore is { } score ? (long)Math.Round(score * 10_000) : (long?)null
            ),
            new("last", new(words["LastOrder"], ExportType.Date, 12), row => row.LastOrderOn),
            new("owner", new(words["Owner"], Width: 12), row => people.Find(row.OwnerId)?.Name),
            new("team", new(words["Team"], Width: 12), row => people.FindTeam(row.TeamId)?.Name),
            new("region", new(words["Region"], Width: 16), row => RegionName.Of(row.ProvinceCode, row.CityCode, row.RegionText)),
            new("industry", new(words["Industry"], Width: 24), row => RegionName.OfIndustry(row.IndustryCode, row.IndustryText)),
            new("ownership", new(words["Ownership"]), row => row.Ownership),
            new("scale", new(words["Size"]), row => row.Size),
            new("source", new(words["Source"]), row => row.Source),
            new("kind", new(words["Kind"]), row => words[$"Kind.{row.Kind}"].Value),
            new("created", new(words["Created"], ExportType.Date, 12), row => DateOnly.FromDateTime(clock.ToLocal(row.CreatedAt))),
        ];

    private sealed record Part(string? Key, ExportColumn Column, Func<AccountRow, ExportCell> Cell);
}
