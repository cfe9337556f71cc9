using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Common.Periods;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger.Profit;
using Jingke.Web.Tabular.Writing;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Profit;

/// <summary>Accounts with their true profit as a file: the list that the page shows, in its order, all pages.</summary>
internal static class ProfitExport
{
    public static void MapProfitExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/key-accounts/profit/export", RunAsync).RequireAuthorization(Policies.Analyse, Policies.Export);

    private static async Task<ExportAnswer> RunAsync(
        HttpContext http,
        ChosenPeriod chosen,
        SeenProfit profit,
        ProfitAccounts query,
        OrganisationInForce organisation,
        IStringLocalizer<ProfitTexts> words
    )
    {
        var address = PageAddress.Of(http.Request);
        var view = await profit.RunAsync(chosen.Of(PeriodQuery.Of(address)).Question, http.RequestAborted);
        var rows = query.Find(view, ProfitAccounts.ShowOf(address), Sort.Parse(address.Get("sort"), "-sales", ProfitAccounts.Sorts));
        ExportAnswer.CheckRows(rows.Length);
        var unit = Unit.Of(organisation.Current.Currency);
        return new(words["Title"], Columns(words, unit), rows.Select(row => Cells(ProfitAccounts.RowOf(view, row), words, unit)));
    }

    private static ExportColumn[] Columns(IStringLocalizer<ProfitTexts> words, string unit) =>
        [
            new(words["Code"], Width: 14),
            new(words["Account"], Width: 32),
            .. ((string[])["NetSales", "Goods", "Service", "Late", "TrueProfit"]).Select(key => new ExportColumn(
                $"{words[key]} ({unit})",
                ExportType.Money,
                18
            )),
            new(words["ProfitShare"], ExportType.Percent),
            new(words["BySales"], ExportType.Integer),
            new(words["ByProfit"], ExportType.Integer),
            new(words["CostKnown"], ExportType.Percent),
            new(words["BigTitle"], Width: 60),
        ];

    private static ExportCell[] Cells(ProfitRow row, IStringLocalizer<ProfitTexts> words, string unit) =>
        [
            row.Code,
            row.Name,
            row.NetSales,
            row.Goods,
            row.Service,
            row.Late,
            row.Profit,
            row.Share,
            row.SalesRank,
            row.ProfitRank,
            row.CostCoverage,
            ProfitWords.Line(row.BigNotVip, words, unit),
        ];
}
