using Jingke.Analytics.Profit;
using Jingke.Web.Common;
using Jingke.Web.Ledger.Profit;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Profit;

/// <summary>A bar of the way from sales to true profit.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Name">Its name.</param>
/// <param name="How">How it comes about, in words; null where the name says it.</param>
/// <param name="Amount">What it adds, or, at the end, what is left; null when it is not known.</param>
/// <param name="From">Where it begins, 0 to 100 of the width.</param>
/// <param name="Width">How wide it is, of 100.</param>
/// <param name="Href">The rows behind it; null without any.</param>
public sealed record WaterfallBar(ProfitStepKind Kind, string Name, string? How, long? Amount, double From, double Width, string? Href);

/// <summary>Arranges the bars between the lowest and the highest sum on the way.</summary>
internal static class WaterfallBars
{
    /// <summary>The bars of an account.</summary>
    public static IReadOnlyList<WaterfallBar> Of(ProfitView view, ProfitRow row, IStringLocalizer<ProfitTexts> words, string unit)
    {
        var steps = view.Findings.Profit.WaterfallOf(row.Row);
        var sums = steps.Select(step => step.Running ?? 0).Append(0).ToList();
        var (low, high) = (sums.Min(), sums.Max());
        var span = Math.Max(1.0, high - low);
        var bars = new List<WaterfallBar>();
        var before = 0L;
        foreach (var step in steps)
        {
            var isEnd = step.Kind == ProfitStepKind.TrueProfit;
            var (from, to) = isEnd ? (0, step.Running ?? 0) : (before, step.Running ?? before);
            bars.Add(
                new(
                    step.Kind,
                    words[$"Step.{step.Kind}"],
                    HowOf(view.Findings, row.Row, step.Kind, words, unit),
                    isEnd ? step.Running : step.Amount,
                    (Math.Min(from, to) - low) / span * 100,
                    Math.Abs(to - from) / span * 100,
                    HrefOf(step.Kind, row.Id)
                )
            );
            before = step.Running ?? before;
        }
        return bars;
    }

    private static string? HowOf(ProfitFindings found, int row, ProfitStepKind kind, IStringLocalizer<ProfitTexts> words, string unit) =>
        kind switch
        {
            ProfitStepKind.Hours => words["How.Hours", Format.Number(found.HoursOf(row)), Format.Money(found.Rates.HourlyRate), unit].Value,
            ProfitStepKind.Visits => words[
                "How.Visits",
                Format.Count(found.VisitsOf(row)),
                Format.Money(found.Rates.VisitCost),
                unit
            ].Value,
            ProfitStepKind.Difficulty => words["How.Difficulty", Format.Percent(found.SurchargeOf(row), 0)].Value,
            ProfitStepKind.LatePayment => words["How.LatePayment", Format.Percent(found.Rates.YearlyCapitalRate)].Value,
            ProfitStepKind.SalesWithoutCost => words["How.SalesWithoutCost"].Value,
            _ => null,
        };

    private static string? HrefOf(ProfitStepKind kind, long account) =>
        kind switch
        {
            ProfitStepKind.NetSales or ProfitStepKind.SalesWithoutCost or ProfitStepKind.Goods => $"/accounts/{account}?tab=orders",
            ProfitStepKind.Hours or ProfitStepKind.Visits => $"/accounts/{account}?tab=follow-ups",
            ProfitStepKind.Difficulty => $"/accounts/{account}/card/effort-to-serve",
            ProfitStepKind.LatePayment => $"/accounts/{account}?tab=receivables",
            _ => null,
        };
}
