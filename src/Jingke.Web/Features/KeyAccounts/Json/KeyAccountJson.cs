using Jingke.Web.Common;
using Jingke.Web.Common.Periods;
using Jingke.Web.Common.Reasons;
using Jingke.Web.Data.Access;
using Jingke.Web.Features.KeyAccounts.List;
using Jingke.Web.Ledger.Evaluation;
using static Jingke.Web.Common.JsonMoney;

namespace Jingke.Web.Features.KeyAccounts.Json;

/// <summary>Key accounts for programs: the same queries as the page. Amounts are in currency units, shares and changes 0.062 for 6.2 %.</summary>
internal static class KeyAccountJson
{
    /// <summary>The answer of <c>GET /api/key-accounts</c>.</summary>
    public sealed record Answer(
        DateOnly From,
        DateOnly To,
        DateOnly ComparedFrom,
        DateOnly ComparedTo,
        DateOnly AsOf,
        bool AllAccounts,
        decimal NetSales,
        int Accounts,
        double? Top20PercentShare,
        int AccountsFor80Percent,
        double? Herfindahl,
        double? Gini,
        IReadOnlyList<TierOut> Tiers,
        long Total,
        int Page,
        int Size,
        IReadOnlyList<AccountOut> Rows,
        IReadOnlyList<string> Problems
    );

    /// <summary>A tier.</summary>
    public sealed record TierOut(string Tier, int Accounts, decimal NetSales, double? Share);

    /// <summary>An account.</summary>
    public sealed record AccountOut(
        long Id,
        string Code,
        string Name,
        string? Tier,
        double Score,
        int Rank,
        int? RankChange,
        decimal NetSales,
        double? Share,
        double? CumulativeShare,
        decimal PreviousNetSales,
        double? Change,
        int Orders,
        DateOnly? LastOrderOn,
        string Why,
        IReadOnlyList<ReasonOut> Reasons
    );

    /// <summary>A reason: its code and numbers; money is in currency units.</summary>
    public sealed record ReasonOut(string Code, IReadOnlyList<double?> Arguments);

    /// <summary>The answer of <c>GET /api/key-accounts/rules</c>.</summary>
    public sealed record RulesOut(
        long Id,
        DateTime SavedAt,
        int KeyPercent,
        int LetGoPercent,
        Jingke.Analytics.Tiers.ValueWeights Weights,
        decimal? MinimumNetSales,
        int? MinimumOrders
    );

    public static void MapKeyAccountJson(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/key-accounts", ListAsync).RequireAuthorization(Policies.Analyse);
        routes.MapGet("/api/key-accounts/rules", RulesAsync).RequireAuthorization(Policies.Analyse);
    }

    private static async Task<Answer> ListAsync(
        HttpContext http,
        ChosenPeriod chosen,
        TierRulesInForce inForce,
        JudgedAccounts judgedAccounts,
        KeyAccountList list
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
        var page = list.PageOf(judged, found, address.Page);
        var seen = judged.Seen;
        return new(
            seen.View.Period.From,
            seen.View.Period.To,
            seen.View.Comparison.From,
            seen.View.Comparison.To,
            seen.View.AsOf,
            judgedAccounts.SeesAll,
            Units(seen.Figures.TotalNetSales),
            seen.Figures.ActiveAccounts,
            seen.Pareto.Top20PercentShare,
            seen.Pareto.AccountsFor80Percent,
            seen.Concentration.Herfindahl,
            seen.Concentration.Gini,
            [.. judged.Tiers.Summary.Select(tier => new TierOut(tier.Tier.ToString(), tier.Accounts, Units(tier.NetSales), tier.Share))],
            page.Total,
            page.Number,
            page.Size,
            [.. page.Rows.Select(row => Describe(row, choice.ComparedWith))],
            choice.Problems
        );
    }

    private static async Task<RulesOut> RulesAsync(HttpContext http, TierRulesInForce inForce)
    {
        var (id, rules, savedAt, _) = await inForce.RunAsync(http.RequestAborted);
        return new(id, savedAt, rules.KeyPercent, rules.LetGoPercent, rules.Weights, Units(rules.MinimumNetSales), rules.MinimumOrders);
    }

    private static AccountOut Describe(KeyAccountRow row, Comparison comparedWith) =>
        new(
            row.Id,
            row.Code,
            row.Name,
            row.Tier?.ToString(),
            row.Score,
            row.Rank,
            row.RankChange,
            Units(row.NetSales),
            row.Share,
            row.CumulativeShare,
            Units(row.PreviousNetSales),
            row.Change.Change,
            row.Orders,
            row.LastOrderOn,
            ReasonWords.Short(row.Reasons, comparedWith),
            [.. row.Reasons.Select(reason => new ReasonOut(reason.Code, JsonMoney.ArgumentsOf(reason)))]
        );
}
