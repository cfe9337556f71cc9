using Jingke.Web.Common;
using Jingke.Web.Common.Periods;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger.Profit;
using Microsoft.Extensions.Localization;
using static Jingke.Web.Common.JsonMoney;

namespace Jingke.Web.Features.Profit;

/// <summary>True profit as JSON, from the query of the page and with its query string. Amounts are in currency units, shares 0.062 for 6.2 %.</summary>
internal static class ProfitJson
{
    public static void MapProfitJson(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/key-accounts/profit", RunAsync).RequireAuthorization(Policies.Analyse);

    private static async Task<object> RunAsync(
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
        var page = ProfitAccounts.PageOf(view, rows, address.Page);
        var (found, unit) = (view.Findings, Unit.Of(organisation.Current.Currency));
        return new
        {
            view.Seen.View.Period.From,
            view.Seen.View.Period.To,
            AllAccounts = profit.SeesAll,
            found.CostShare,
            found.Ranking.Ranked,
            Unknown = found.Unknown.Count,
            LeftOut = found.Profit.LeftOut.ToString(),
            NetSales = Units(found.Totals.NetSales),
            TrueProfit = Units(found.Totals.Profit),
            page.Total,
            page.Number,
            page.Size,
            Rows = page.Rows.Select(row => new
            {
                row.Id,
                row.Code,
                row.Name,
                NetSales = Units(row.NetSales),
                Goods = Units(row.Goods),
                CostToServe = Units(row.Service),
                LatePayment = Units(row.Late),
                TrueProfit = Units(row.Profit),
                row.SalesRank,
                row.ProfitRank,
                row.CostCoverage,
                BigNotVip = row.BigNotVip is null ? null : ProfitWords.Of(row.BigNotVip, words, unit),
            }),
        };
    }
}
