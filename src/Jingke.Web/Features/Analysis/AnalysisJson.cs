using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Figures;
using Jingke.Analytics.Periods;
using Jingke.Domain;
using Jingke.Web.Common;
using Jingke.Web.Common.Periods;
using Jingke.Web.Data.Access;
using Jingke.Web.Features.Analysis.Breakdowns;
using Jingke.Web.Features.Analysis.Extremes;
using Jingke.Web.Features.Analysis.Map;
using Jingke.Web.Features.Analysis.Overview;
using Jingke.Web.Features.Analysis.Performance;
using static Jingke.Web.Common.JsonMoney;

namespace Jingke.Web.Features.Analysis;

/// <summary>
/// The analyses as JSON, from the same queries as the pages and with the same query string. Amounts and quantities are decimal numbers,
/// shares and changes 0 to 1, days ISO; a change that is no number is null with its reason in <c>status</c>.
/// </summary>
internal static class AnalysisJson
{
    public static void MapAnalysisJson(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/analysis").RequireAuthorization(Policies.Analyse);
        api.MapGet("/overview", OverviewAsync);
        api.MapGet("/map", MapAsync);
        api.MapGet("/by/{dimension}", ByAsync);
        api.MapGet("/accounts", AccountsAsync);
        api.MapGet("/performance", PerformanceAsync);
        api.MapGet("/extremes", ExtremesAsync);
    }

    private static async Task<object> OverviewAsync(HttpRequest request, ChosenPeriod chosen, SalesOverview query)
    {
        var choice = chosen.Of(PeriodQuery.Of(request.Query));
        var found = await query.RunAsync(choice.Question);
        return new
        {
            Period = Days(choice.Period),
            Comparison = Days(choice.Comparison),
            choice.AsOf,
            NetSales = Units(found.NetSales),
            found.Accounts,
            found.Orders,
            Change = Change(found.Change),
            UnattributedSales = Units(found.Unattributed?.Amount),
            Months = found.Months.Select(month => new
            {
                month.From,
                month.To,
                NetSales = Units(month.NetSales),
                PreviousNetSales = Units(month.PreviousNetSales),
            }),
            Years = found.Years.Select(year => new
            {
                year.Year,
                NetSales = Units(year.NetSales),
                year.Accounts,
                year.Orders,
                Change = Change(year.OnSameDays),
            }),
            choice.Problems,
        };
    }

    private static async Task<object> MapAsync(HttpRequest request, ChosenPeriod chosen, CustomersByRegion query)
    {
        var choice = chosen.Of(PeriodQuery.Of(request.Query));
        var found = await query.RunAsync(choice.Question);
        return new
        {
            Provinces = found.Recognised.Select(Group),
            Zones = found.Zones.Rows.Select(Group),
            Cities = found.Cities.Rows.Select(Group),
            found.Verdicts.Empty,
            found.Verdicts.Thin,
            found.Verdicts.Promising,
            found.Verdicts.Crowded,
            Unplaced = new { found.Unplaced.Lines, NetSales = Units(found.Unplaced.NetSales) },
            choice.Problems,
        };

        static object Group(BreakdownRow row) =>
            new
            {
                row.Group.Key,
                row.Group.Name,
                row.Accounts,
                NetSales = Units(row.NetSales),
                row.Share,
                Change = Change(row.YearOnYear),
            };
    }

    private static async Task<object> ByAsync(HttpRequest request, string dimension, ChosenPeriod chosen, SalesByGroup query)
    {
        var word = DimensionWord.Find(dimension) ?? throw new NotFoundException("Dimension", dimension);
        var choice = chosen.Of(PeriodQuery.Of(request.Query));
        var sort = Sort.Parse(request.Query["sort"], "-sales", SalesByGroup.Sorts);
        var found = await query.RunAsync(choice.Question, word.Dimension, sort);
        var page = PageAddress.Of(request).Page;
        return new
        {
            Dimension = DimensionWord.Of(found.Dimension).Word,
            NetSales = Units(found.NetSales),
            Accounts = found.ActiveAccounts,
            Total = found.Rows.Count,
            page.Number,
            page.Size,
            found.Years,
            Rows = found
                .Rows.Skip(page.Skip)
                .Take(page.Size)
                .Select(row => new
                {
                    row.Key,
                    row.Name,
                    row.Within,
                    row.Accounts,
                    row.AccountShare,
                    NetSales = Units(row.NetSales),
                    row.Share,
                    PreviousNetSales = Units(row.PreviousNetSales),
                    Change = Change(row.Change),
                    row.AccountsByYear,
                    SalesByYear = row.SalesByYear.Select(Units),
                }),
            choice.Problems,
        };
    }

    private static async Task<object> AccountsAsync(HttpRequest request, ChosenPeriod chosen, AccountsOfGroup query)
    {
        var choice = chosen.Of(PeriodQuery.Of(request.Query));
        var filter = AccountsPage.Read(request.Query["dimension"], request.Query["group"], request.Query["show"]);
        var sort = Sort.Parse(request.Query["sort"], filter.Lost ? "-previous" : "-sales", AccountsOfGroup.Sorts);
        var found = await query.RunAsync(choice.Question, filter, sort, PageAddress.Of(request).Page);
        return new
        {
            found.Name,
            NetSales = Units(found.NetSales),
            found.Active,
            found.Lost,
            found.Page.Total,
            found.Page.Number,
            found.Page.Size,
            Rows = found.Page.Rows.Select(row => new
            {
                row.Id,
                row.Code,
                row.Name,
                NetSales = Units(row.NetSales),
                row.Share,
                PreviousNetSales = Units(row.PreviousNetSales),
                Change = Change(row.Change),
                row.LastOn,
            }),
            choice.Problems,
        };
    }

    private static async Task<object> PerformanceAsync(
        HttpRequest request,
        ChosenPeriod chosen,
        PerformanceList query,
        CancellationToken cancel
    )
    {
        var choice = chosen.Of(PeriodQuery.Of(request.Query));
        var filter = PairsPage.Read(name => request.Query[name]);
        var found = await query.RunAsync(choice.Question, filter, PageAddress.Of(request).Page, cancel);
        return new
        {
            Period = found.Period is { } days ? Days(days) : null,
            NetSales = Units(found.NetSales),
            found.Page.Total,
            found.Page.Number,
            found.Page.Size,
            Rows = found.Page.Rows.Select(row => new
            {
                row.Year,
                Account = new
                {
                    Id = row.AccountId,
                    Code = row.AccountCode,
                    Name = row.AccountName,
                },
                Product = new
                {
                    Id = row.ProductId,
                    Code = row.ProductCode,
                    Name = row.ProductName,
                },
                Quantity = Units(row.Quantity),
                NetSales = Units(row.NetSales),
                row.Share,
                Change = Change(row.Change),
                row.Rank,
                Tier = row.Tier?.ToString(),
            }),
            choice.Problems,
        };
    }

    private static async Task<object> ExtremesAsync(
        HttpRequest request,
        ChosenPeriod chosen,
        ExtremeAccounts query,
        CancellationToken cancel
    )
    {
        var choice = chosen.Of(PeriodQuery.Of(request.Query));
        var (floor, problem) = FloorText.Read(request.Query["floor"]);
        var found = await query.RunAsync(choice.Question, ExtremeAccounts.CountOf(request.Query["count"]), floor, cancel);
        return new
        {
            Floor = Units(found.Floor),
            Top = found.Top.Select(Account),
            Growth = found.Growth.Select(Account),
            Decline = found.Decline.Select(Account),
            Problems = problem is null ? choice.Problems : [.. choice.Problems, problem],
        };

        static object Account(ExtremeAccounts.Row row) =>
            new
            {
                row.Id,
                row.Code,
                row.Name,
                NetSales = Units(row.Figures.NetSales),
                PreviousNetSales = Units(row.Figures.PreviousNetSales),
                Change = Change(row.Figures.YearOnYear),
                row.Figures.Rank,
                row.Figures.PreviousRank,
                row.Figures.RankChange,
                Tier = row.Tier?.ToString(),
                Measure = row.Measure?.Text,
            };
    }

    private static object Days(DayRange days) => new { days.From, days.To };

    private static object Change(YearOnYear change) => new { Value = change.Change, Status = change.Status.ToString() };
}
