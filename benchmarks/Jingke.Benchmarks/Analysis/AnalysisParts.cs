using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Figures;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Segments;
using Jingke.Analytics.Tiers;
using Jingke.Benchmarks.Measuring;

namespace Jingke.Benchmarks.Analysis;

/// <summary>What each part of the ledger's analysis takes: where to look when the whole gets slower.</summary>
internal static class AnalysisParts
{
    private const int Repetitions = 9;

    public static void Show(LedgerView view)
    {
        var figures = AccountFigures.Of(view);
        var (ranking, scores) = (SalesRanking.Of(figures), RfmScores.Of(figures));
        var pareto = ParetoCurve.Of(figures, ranking);
        Show("figures", () => AccountFigures.Of(view));
        Show("ranking", () => SalesRanking.Of(figures));
        Show("scores", () => RfmScores.Of(figures));
        Show("Pareto curve", () => ParetoCurve.Of(figures, ranking));
        Show("concentration", () => Concentration.Of(figures, ranking, pareto));
        Show("tiers", () => TierEvaluation.Of(figures, ranking, scores));
        Show("extremes", () => Extremes.Of(figures, ranking));
        foreach (var dimension in FullAnalysis.Dimensions)
            Show($"by {dimension}", () => Breakdown.Of(view, dimension));
    }

    private static void Show(string name, Func<object> work)
    {
        var samples = Enumerable.Range(0, Repetitions).Select(_ => Turns.Time(() => GC.KeepAlive(work()))).ToArray();
        var timing = Timing.Of(name, samples.Skip(Repetitions / 2).ToArray());
        Console.WriteLine($"  ledger {timing.WallMs, 9:0.0} ms, processor {timing.CpuMs, 7:0.0} ms  {name}");
    }
}
