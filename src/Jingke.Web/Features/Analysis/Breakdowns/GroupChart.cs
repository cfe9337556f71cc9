using Jingke.Web.Common.Charts;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Analysis.Breakdowns;

/// <summary>The picture of a breakdown: a pie where there are few groups and all are positive, else bars; the rest is put into one.</summary>
internal static class GroupChart
{
    /// <summary>As many slices can be told apart.</summary>
    private const int MostSlices = 8;

    private const int MostBars = 15;

    /// <summary>What the chart is of.</summary>
    public enum Measure
    {
        /// <summary>Net sales.</summary>
        Sales,

        /// <summary>Active customers.</summary>
        Accounts,
    }

    /// <summary>The kind that suits the groups.</summary>
    public static ChartKind Suited(SalesByGroup.Answer answer, Measure measure) =>
        MayBePie(answer, measure) && answer.Rows.Count <= MostSlices ? ChartKind.Pie : ChartKind.Bar;

    /// <summary>A pie shows parts of a whole: nothing negative, and nobody counted twice.</summary>
    public static bool MayBePie(SalesByGroup.Answer answer, Measure measure) =>
        measure == Measure.Accounts ? !answer.AccountsOverlap : !answer.HasNegative;

    /// <summary>Draws it.</summary>
    /// <param name="answer">The groups.</param>
    /// <param name="measure">Sales or customers.</param>
    /// <param name="kind">Pie or bar.</param>
    /// <param name="title">What the groups are.</param>
    /// <param name="unit">Unit of the values.</param>
    /// <param name="hrefOf">The accounts of a group.</param>
    /// <param name="texts">Words.</param>
    public static ChartModel Of(
        SalesByGroup.Answer answer,
        Measure measure,
        ChartKind kind,
        string title,
        string unit,
        Func<SalesByGroup.Row, string> hrefOf,
        IStringLocalizer<AnalysisTexts> texts
    )
    {
        var sorted = measure == Measure.Sales ? answer.BySales : answer.ByAccounts;
        var most = kind == ChartKind.Pie ? MostSlices : MostBars;
        var shown = sorted.Count > most ? sorted.Take(most - 1).ToList() : sorted;
        List<string> names = [.. shown.Select(row => row.Name)];
        List<long> values = [.. shown.Select(row => ValueOf(row, measure))];
        List<string?> links = [.. shown.Select(hrefOf)];
        // Customers that are in several groups would be counted several times in a rest.
        if (sorted.Count > most && !(measure == Measure.Accounts && answer.AccountsOverlap))
        {
            names.Add(texts["Others", sorted.Count - shown.Count]);
            values.Add((measure == Measure.Sales ? answer.NetSales : answer.ActiveAccounts) - values.Sum());
            links.Add(null);
        }

        var series =
            measure == Measure.Sales ? ChartSeries.Money(texts["NetSales"], values) : ChartSeries.Count(texts["ActiveAccounts"], values);
        return new(kind, title, names, series with { Links = links, Colour = kind == ChartKind.Bar ? ChartColour.Current : null })
        {
            Unit = unit,
            Horizontal = kind == ChartKind.Bar,
        };
    }

    private static long ValueOf(SalesByGroup.Row row, Measure measure) => measure == Measure.Sales ? row.NetSales : row.Accounts;
}
