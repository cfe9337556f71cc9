using Jingke.Analytics.Similarity;
using Jingke.Web.Common;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger.Opportunities;
using static Jingke.Web.Common.JsonMoney;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>Files of key accounts for programs, from the same queries as the pages and with the same query string.</summary>
internal static class FilesJson
{
    public static void MapFilesJson(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/key-accounts").RequireAuthorization(Policies.Analyse);
        api.MapGet("/files", ListAsync);
        api.MapGet("/files/{id:long}", OneAsync);
        api.MapGet("/measures", MeasuresAsync);
    }

    private static async Task<object> ListAsync(HttpRequest request, FileList list, CancellationToken cancel)
    {
        var address = PageAddress.Of(request);
        var sort = Sort.Parse(address.Get("sort"), "-sales", FileList.Sorts);
        var page = await list.RunAsync(FileFilter.Of(address), sort, address.Page, cancel);
        return new
        {
            page.Total,
            page.IsAtLeast,
            page.Number,
            page.Size,
            Rows = page.Rows.Select(row => new
            {
                row.Id,
                row.Code,
                row.Name,
                Tier = row.Tier?.ToString(),
                row.OwnerId,
                NetSales = Units(row.NetSales),
                row.YearOnYear,
                row.LastContactOn,
                State = StateOf(row.State),
            }),
        };
    }

    private static async Task<object> OneAsync(long id, FileOfAccount query, CancellationToken cancel)
    {
        var file = await query.RunAsync(id, cancel);
        return new
        {
            file.Account.Id,
            file.Account.Code,
            file.Account.Name,
            Tier = file.Account.Tier?.ToString(),
            file.Account.OwnerId,
            State = StateOf(file.State),
            Performance = file.Figure is not { } figure
                ? null
                : new
                {
                    figure.Period.From,
                    figure.Period.To,
                    NetSales = Units(figure.Figure.NetSales),
                    YearOnYear = figure.Figure.YearOnYear.Change,
                    figure.Rank,
                    figure.RankChange,
                    figure.Share,
                    figure.Figure.Orders,
                    Forecast = Units(figure.NextYear),
                    State = figure.Churn?.State.ToString(),
                },
            Wallet = Units(file.Wallet),
            file.ShareOfWallet,
            Benchmark = file.Benchmark is { Standing: { } standing } benchmark ? BenchmarkOf(benchmark, standing) : null,
            Credit = file.Credit is { } credit ? CreditOf(credit) : null,
            Operating = file.Credit is { } of
                ? new
                {
                    of.Operating.Rating,
                    of.Operating.Score,
                    of.Operating.On,
                    StaleItems = of.Operating.Stale,
                }
                : null,
            file.Assessment?.InfluenceGrade,
            file.Assessment?.Influence,
            ManagerRisks = file.Assessment?.Risks,
            file.Assessment?.Deviation,
            Risks = file.Risks.Select(risk => new { risk.Code, risk.Figure }),
            Policy = new
            {
                file.Policy.ContactDays,
                file.Policy.VisitDays,
                file.Policy.Who,
                file.Policy.Terms,
            },
            Plans = file.Years.Select(year => new
            {
                year.Year,
                Target = Units(year.Plan.Target),
                FirstTarget = Units(year.FirstTarget),
                Actual = Units(year.Actual),
                year.Attainment,
                Expected = Units(year.Expected),
                year.Plan.Aims,
                year.Plan.Strategy,
                Versions = year.Versions.Count,
            }),
            Measures = file.Measures.Select(measure => new
            {
                measure.Id,
                measure.What,
                measure.OwnerId,
                measure.DueOn,
                measure.DoneAt,
                measure.Outcome,
            }),
        };
    }

    private static object BenchmarkOf(PeerBenchmark benchmark, PeerStanding standing) =>
        new
        {
            Accounts = standing.Peers,
            LikenessFrom = benchmark.Likeness.Least,
            LikenessTo = benchmark.Likeness.Greatest,
            NetSales = Units(standing.NetSales),
            standing.Exceeded,
            LowerQuartile = Units(standing.LowerQuartile),
            Median = Units(standing.Median),
            UpperQuartile = Units(standing.UpperQuartile),
            ToUpperQuartile = Units(standing.ToUpper),
        };

    private static object CreditOf(CreditOfFile credit) =>
        new
        {
            credit.Credit.Rating,
            credit.Credit.Score,
            credit.Credit.On,
            StaleItems = credit.Credit.Stale,
            Limit = Units(credit.Standing.Granted?.Limit),
            credit.Standing.Granted?.TermDays,
            credit.DecidedOn,
            RatingThen = credit.Standing.Granted?.Rating,
            ProposedLimit = Units(credit.Standing.Proposal?.Limit),
            ProposedDays = credit.Standing.Proposal?.Terms.Days,
            Exposure = Units(credit.Standing.Exposure?.Open),
            Overdue = Units(credit.Standing.Exposure?.Overdue),
            credit.Standing.Use,
            Alerts = credit.Standing.EachAlert.Select(alert => $"{alert}"),
        };

    private static async Task<object> MeasuresAsync(HttpRequest request, MeasureList list, CancellationToken cancel)
    {
        var address = PageAddress.Of(request);
        return await list.RunAsync(MeasureList.ShowOf(address), address.Page, cancel);
    }

    private static object StateOf(FileState state) =>
        new
        {
            state.Completeness,
            Missing = state.Missing.Select(part => part.ToString()),
            state.Open,
            state.Overdue,
            state.Done,
            state.ReviewedOn,
            state.NextReviewOn,
        };
}
