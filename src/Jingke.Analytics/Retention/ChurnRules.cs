namespace Jingke.Analytics.Retention;

/// <summary>
/// From when on an account counts as lost 流失 or at risk 预警: a company's own bounds. Nobody says goodbye in business, so both are
/// judgements of silence, never facts. Check <see cref="Problems"/> before use.
/// </summary>
public sealed record ChurnRules
{
    /// <summary>The bounds that the product comes with.</summary>
    public static ChurnRules Default { get; } = new();

    /// <summary>With a model: lost below this probability of being alive; 0 to 1, default 0.2.</summary>
    public double LostBelow { get; init; } = 0.2;

    /// <summary>With a model: at risk below this probability of being alive; 0 to 1, default 0.6.</summary>
    public double RiskBelow { get; init; } = 0.6;

    /// <summary>Without a model: lost after more than so many times its own gap without an order; 1 to 100, default 6.</summary>
    public double LostGaps { get; init; } = 6;

    /// <summary>At risk after more than so many times its own gap, model or not; 1 to 100, default 3.</summary>
    public double RiskGaps { get; init; } = 3;

    /// <summary>Nobody is lost before more than so many days without an order, holidays alone explain some; 1 to 3650, default 90.</summary>
    public int LostDays { get; init; } = 90;

    /// <summary>Nobody is at risk before more than so many days without an order; 1 to 3650, default 30.</summary>
    public int RiskDays { get; init; } = 30;

    /// <summary>
    /// Lost after more than so many days whatever the model says, when they are also more than <see cref="LostGaps"/> times its own gap or it
    /// has none, having ordered once or twice; 1 to 3650, default 365.
    /// </summary>
    public int LongDays { get; init; } = 365;

    /// <summary>Codes of what is wrong with these rules; empty when they can be used.</summary>
    /// <remarks>
    /// churn-rules.probability-outside, churn-rules.gaps-outside, churn-rules.days-outside, churn-rules.order (at risk must come before lost)
    /// </remarks>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (!(LostBelow is >= 0 and <= 1 && RiskBelow is >= 0 and <= 1))
            problems.Add("churn-rules.probability-outside");
        if (!(LostGaps is >= 1 and <= 100 && RiskGaps is >= 1 and <= 100))
            problems.Add("churn-rules.gaps-outside");
        if (LostDays is < 1 or > 3650 || RiskDays is < 1 or > 3650 || LongDays is < 1 or > 3650)
            problems.Add("churn-rules.days-outside");
        if (problems.Count == 0 && (RiskBelow < LostBelow || RiskGaps > LostGaps || RiskDays > LostDays || LostDays > LongDays))
            problems.Add("churn-rules.order");
        return problems;
    }

    /// <summary>
    /// Judges an account. A model that sees few customers leave takes long to give one up, so a silence of many gaps puts an account at
    /// risk whatever the model says, and after a long time it is lost.
    /// </summary>
    /// <param name="rhythm">How it orders.</param>
    /// <param name="alive">Probability of being alive, 0 to 1; NaN where no model says.</param>
    public ChurnState Judge(OrderRhythm rhythm, double alive = double.NaN)
    {
        if (rhythm.SilenceDays is not { } silence)
            return ChurnState.None;
        if (IsLost(silence, rhythm.GapDays, alive))
            return ChurnState.Lost;

        // No comparison with what no model says holds.
        return silence > RiskDays && (silence > RiskGaps * rhythm.GapDays || alive < RiskBelow) ? ChurnState.AtRisk : ChurnState.Active;
    }

    private bool IsLost(int silence, double? gap, double alive)
    {
        if (silence > LongDays && (gap is null || silence > LostGaps * gap))
            return true;

        return silence > LostDays && (double.IsNaN(alive) ? silence > LostGaps * gap : alive < LostBelow);
    }
}

/// <summary>Whether an account is still a customer, as far as its silence tells.</summary>
public enum ChurnState
{
    /// <summary>Never ordered.</summary>
    None,

    /// <summary>Orders as it did.</summary>
    Active,

    /// <summary>Silent for longer than its rhythm explains.</summary>
    AtRisk,

    /// <summary>Gone, by the company's bounds.</summary>
    Lost,
}
