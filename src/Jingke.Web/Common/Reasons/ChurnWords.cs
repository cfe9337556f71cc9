using Jingke.Analytics.Retention;
using Jingke.Web.Common.Languages;
using Jingke.Web.Ledger.Churn;

namespace Jingke.Web.Common.Reasons;

/// <summary>Why an account counts as it does, in words: how often it orders, how long it has been silent, what is to be expected.</summary>
internal static class ChurnWords
{
    /// <summary>One line: 平时每 32 天一单，已 95 天没有订单；未来 12 个月预计 23.4 万，存活概率 31%. Empty for who never ordered.</summary>
    /// <param name="figure">What is said of the account.</param>
    /// <param name="currency">The unit of amounts: 元.</param>
    public static string Of(ChurnFigure figure, string currency)
    {
        if (figure.Rhythm.SilenceDays is not { } silence)
            return "";

        var first = new List<string> { RhythmOf(figure.Rhythm), ReasonTexts.Get("Churn.silence", Format.Count(silence)) };
        if (figure.Rhythm is { IsSlowing: true, Slowdown: { } slowdown })
            first.Add(ReasonTexts.Get("Churn.slowing", Format.Number(slowdown, 1)));
        var second = new List<string>();
        // Of who is gone it says more what was lost than what little is to be expected.
        second.Add(
            figure is { ExpectedSales: { } expected, State: not ChurnState.Lost }
                ? ReasonTexts.Get("Churn.expected", Format.MoneyWithUnit(expected, currency))
                : ReasonTexts.Get("Churn.bought", Format.MoneyWithUnit(figure.Rhythm.LastYearSales, currency))
        );
        if (figure.Alive is { } alive)
            second.Add(alive < 0.01 ? ReasonTexts.Get("Churn.hardlyAlive") : ReasonTexts.Get("Churn.alive", Format.Percent(alive, 0)));

        var isEnglish = Language.Current == Language.English;
        var comma = isEnglish ? ", " : "，";
        return string.Join(comma, first) + (isEnglish ? "; " : "；") + string.Join(comma, second);
    }

    /// <summary>The state in a word: 正常, 预警, 流失.</summary>
    public static string Of(ChurnState state) => ReasonTexts.Get($"Churn.state.{state}");

    /// <summary>What counts as at risk and as lost, in two sentences.</summary>
    /// <param name="rules">The bounds in force.</param>
    /// <param name="byModel">Whether a model's probabilities are judged.</param>
    public static string Of(ChurnRules rules, bool byModel) =>
        byModel
            ? ReasonTexts.Get(
                "Churn.rules.model",
                rules.LostDays,
                Format.Percent(rules.LostBelow, 0),
                Format.Number(rules.LostGaps, 1),
                rules.LongDays,
                rules.RiskDays,
                Format.Percent(rules.RiskBelow, 0),
                Format.Number(rules.RiskGaps, 1)
            )
            : ReasonTexts.Get(
                "Churn.rules.gaps",
                rules.LostDays,
                Format.Number(rules.LostGaps, 1),
                rules.LongDays,
                rules.RiskDays,
                Format.Number(rules.RiskGaps, 1)
            );

    private static string RhythmOf(OrderRhythm rhythm) =>
        rhythm.GapDays is { } gap ? ReasonTexts.Get("Churn.gap", Format.Count((long)Math.Round(Math.Max(gap, 1))))
        : rhythm.OrderDays == 1 ? ReasonTexts.Get("Churn.once")
        : ReasonTexts.Get("Churn.few", rhythm.OrderDays);
}
