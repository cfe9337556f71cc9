using Jingke.Analytics.Figures;
using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Common.Periods;
using Jingke.Web.Common.Reasons;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger.Evaluation;
using Jingke.Web.Tabular.Writing;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.KeyAccounts.List;

/// <summary>The ranking as a file: the accounts that the page shows, in its order, all pages.</summary>
internal static class KeyAccountExport
{
    public static void MapKeyAccountExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/key-accounts/export", RunAsync).RequireAuthorization(Policies.Export);

    private static async Task<ExportAnswer> RunAsync(
        HttpContext http,
        ChosenPeriod chosen,
        TierRulesInForce inForce,
        JudgedAccounts judgedAccounts,
        KeyAccountList list,
        OrganisationInForce organisation,
        IStringLocalizer<KeyAccountTexts> words
    )
    {
        var address = PageAddress.Of(http.Request);
        var choice = chosen.Of(PeriodQuery.Of(address));
        var judged = await judgedAccounts.RunAsync(
            choice.Question,
            (await inForce.RunAsync(http.RequestAborted)).Rules,
            http.RequestAborted
        );
        var sort = Sort.Parse(address.Get("sort"), "-sales", KeyAccountOrder.Columns);
        var found = await list.FindAsync(judged, KeyAccountFilter.Of(address), sort, http.RequestAborted);
        return new(
            words["Title"],
            Columns(choice, Unit.Of(organisation.Current.Currency), words),
            list.AllOf(judged, found).Select(row => Cells(row, choice, words))
        );
    }

    private static ExportColumn[] Columns(PeriodChoice choice, string unit, IStringLocalizer<KeyAccountTexts> words) =>
        [
            new(words["Rank"], ExportType.Integer),
            new(words["Code"], Width: 14),
            new(words["Account"], Width: 32),
            new(words["Tier"], Width: 10),
            new(words["ScoreHeader"], ExportType.Quantity),
            new(words["NetSalesIn", unit], ExportType.Money, 18),
            new(words["Share"], ExportType.Percent),
            new(words["Cumulative"], ExportType.Percent),
            new(words["PreviousNetSalesIn", unit], ExportType.Money, 18),
            new(choice.ChangeName, ExportType.Percent),
            new($"{choice.ChangeName} {words["Note"]}"),
            new(words["RankChange"], ExportType.Integer),
            new(words["Orders"], ExportType.Integer),
            new(words["LastOrder"], ExportType.Date, 12),
            new(words["Why"], Width: 60),
        ];

    private static ExportCell[] Cells(KeyAccountRow row, PeriodChoice choice, IStringLocalizer<KeyAccountTexts> words) =>
        [
            row.Rank,
            row.Code,
            row.Name,
            row.Tier is { } tier ? CommonTexts.Get($"Tier.{tier}") : null,
            (long)Math.Round(row.Score * 100) * 100,
            row.NetSales,
            row.Share,
            row.CumulativeShare,
            row.PreviousNetSales,
            row.Change.Change,
            row.Change.Status is YearOnYearStatus.New or YearOnYearStatus.NegativeBase ? words[$"Change.{row.Change.Status}"].Value : null,
            row.RankChange,
            row.Orders,
            row.LastOrderOn,
            ReasonWords.Short(row.Reasons, choice.ComparedWith),
        ];
}
