using Jingke.Analytics.Lifetime;
using Jingke.Analytics.Retention;
using Jingke.Web.Ledger.Churn;

namespace Jingke.Web.Features.Churn.Model;

/// <summary>Which model is used, how it was chosen on the company's own data, how far off it was, and where it is weak.</summary>
internal static class ModelReport
{
    private const double FarOff = 0.15;
    private const double Related = 0.3;
    private const double Clear = 0.75;
    private const int Enough = 20;

    /// <summary>A model in the comparison.</summary>
    /// <param name="Name">Its name in the literature; null for the yardstick "everybody goes on as before".</param>
    /// <param name="Score">How well it did.</param>
    /// <param name="ForRanking">Whether it tells who is alive.</param>
    /// <param name="ForPurchases">Whether it tells how many orders are to be expected.</param>
    public sealed record Row(string? Name, HoldOutScore Score, bool ForRanking, bool ForPurchases);

    /// <summary>The comparison, one row for each model and one for the yardstick.</summary>
    public static IReadOnlyList<Row> Rows(ChurnOutlook outlook)
    {
        var holdOut = outlook.Lifetimes.HoldOut;
        return
        [
            .. holdOut.Scores.Select(score => new Row(
                NameOf(score.Kind),
                score,
                score.Kind is not null && score == holdOut.ForRanking,
                score.Kind is not null && score == holdOut.ForPurchases
            )),
        ];
    }

    /// <summary>A model's name in the literature; null for none.</summary>
    public static string? NameOf(PurchaseModelKind? kind) =>
        kind switch
        {
            PurchaseModelKind.BgNbd => "BG/NBD",
            PurchaseModelKind.MbgNbd => "MBG/NBD",
            PurchaseModelKind.ParetoNbd => "Pareto/NBD",
            _ => null,
        };

    /// <summary>Where the model is weak, each with the key of its sentence and its numbers.</summary>
    public static IEnumerable<(string Key, object[] Arguments)> Weaknesses(ChurnOutlook outlook)
    {
        if (outlook.Use != ModelUse.Used)
            yield break;

        // A class of a few customers says nothing of the model.
        var worst = outlook
            .Classes.Where(each => each.Customers >= Enough && Math.Abs(each.Bias ?? 0) > FarOff)
            .MaxBy(each => Math.Abs(each.Predicted - each.Actual) * each.Customers);
        if (worst is not null)
            yield return (worst.Bias > 0 ? "Weak.high" : "Weak.low", [worst, Math.Abs(worst.Bias!.Value)]);
        if (outlook.Lifetimes.HoldOut.ForRanking?.RankingByAlive < Clear)
            yield return ("Weak.ranking", [outlook.Lifetimes.HoldOut.ForRanking.RankingByAlive!.Value]);
        var yardstick = outlook.Lifetimes.HoldOut.Scores.FirstOrDefault(score => score.Kind is null)?.RankingByAlive;
        if (yardstick is { } plain && plain >= outlook.Lifetimes.HoldOut.ForRanking?.RankingByAlive)
            yield return ("Weak.yardstick", [plain]);
        if (outlook.Lifetimes.SpendCorrelation is { } correlation && Math.Abs(correlation) > Related)
            yield return ("Weak.spend", [correlation]);
        if (outlook.Lifetimes.Ranking.Report is { Converged: false })
            yield return ("Weak.search", []);
        yield return ("Weak.always", []);
    }
}
