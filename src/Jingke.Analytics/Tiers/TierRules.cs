namespace Jingke.Analytics.Tiers;

/// <summary>What an account is worth to the company, by its rules.</summary>
public enum Tier
{
    /// <summary>Not active in the period, so not judged.</summary>
    None,

    /// <summary>Key account 大客户.</summary>
    Key,

    /// <summary>Rising 成长: not key yet, but would be with this year's growth repeated once.</summary>
    Rising,

    /// <summary>Ordinary 普通.</summary>
    Ordinary,

    /// <summary>Let-go 低效: the last by true profit.</summary>
    LetGo,
}

/// <summary>The parts of the value score.</summary>
public enum ValuePart
{
    /// <summary>Net sales M.</summary>
    Monetary,

    /// <summary>True profit; gross profit for everybody where true profit is not worked out.</summary>
    Profit,

    /// <summary>Frequency F.</summary>
    Frequency,

    /// <summary>Recency R.</summary>
    Recency,

    /// <summary>Variety V.</summary>
    Variety,

    /// <summary>Potential, rated by people.</summary>
    Potential,

    /// <summary>Influence in industry or region, rated by people.</summary>
    Influence,
}

/// <summary>Weights of the parts of the value score; only their proportions count. 0 leaves a part out.</summary>
/// <param name="Monetary">Weight of net sales.</param>
/// <param name="Profit">Weight of true profit.</param>
/// <param name="Frequency">Weight of the number of orders.</param>
/// <param name="Recency">Weight of the time since the last order.</param>
/// <param name="Variety">Weight of the number of products.</param>
/// <param name="Potential">Weight of potential.</param>
/// <param name="Influence">Weight of influence.</param>
public sealed record ValueWeights(
    double Monetary = 40,
    double Profit = 25,
    double Frequency = 10,
    double Recency = 10,
    double Variety = 5,
    double Potential = 5,
    double Influence = 5
)
{
    /// <summary>Number of parts.</summary>
    public const int Parts = 7;

    /// <summary>The weight of a part.</summary>
    public double this[ValuePart part] =>
        part switch
        {
            ValuePart.Monetary => Monetary,
            ValuePart.Profit => Profit,
            ValuePart.Frequency => Frequency,
            ValuePart.Recency => Recency,
            ValuePart.Variety => Variety,
            ValuePart.Potential => Potential,
            ValuePart.Influence => Influence,
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
        };
}

/// <summary>A company's rules for tiers; the defaults are those of the design. Check <see cref="Problems"/> before use.</summary>
public sealed record TierRules
{
    /// <summary>The default rules.</summary>
    public static TierRules Default { get; } = new();

    /// <summary>Key accounts are the first ceil(this percentage of active accounts) by value score; 1 to 100, default 20.</summary>
    public int KeyPercent { get; init; } = 20;

    /// <summary>Let-go accounts are the last ceil(this percentage of active accounts) by true profit; 0 to 100, default 20.</summary>
    public int LetGoPercent { get; init; } = 20;

    /// <summary>Weights of the value score.</summary>
    public ValueWeights Weights { get; init; } = new();

    /// <summary>A key account has at least these net sales in the period, ten-thousandths; null = no minimum.</summary>
    public long? MinimumNetSales { get; init; }

    /// <summary>A key account has at least so many orders in the period; null = no minimum.</summary>
    public int? MinimumOrders { get; init; }

    /// <summary>Codes of what is wrong with these rules; empty when they can be used.</summary>
    /// <remarks>
    /// tier-rules.key-percent (not 1 to 100), tier-rules.let-go-percent (not 0 to 100), tier-rules.percents-overlap (together over 100),
    /// tier-rules.weight-negative (a weight is negative or not a number), tier-rules.no-weight (net sales, frequency and recency, which every file
    /// knows, all weigh 0), tier-rules.minimum-negative (a minimum below 0).
    /// </remarks>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        var weights = Enum.GetValues<ValuePart>().Select(part => Weights[part]).ToArray();
        if (KeyPercent is < 1 or > 100)
            problems.Add("tier-rules.key-percent");
        if (LetGoPercent is < 0 or > 100)
            problems.Add("tier-rules.let-go-percent");
        if (problems.Count == 0 && KeyPercent + LetGoPercent > 100)
            problems.Add("tier-rules.percents-overlap");
        if (weights.Any(weight => !double.IsFinite(weight) || weight < 0))
            problems.Add("tier-rules.weight-negative");
        else if (Weights.Monetary + Weights.Frequency + Weights.Recency <= 0)
            problems.Add("tier-rules.no-weight");
        if (MinimumNetSales < 0 || MinimumOrders < 0)
            problems.Add("tier-rules.minimum-negative");

        return problems;
    }
}

/// <summary>What is known of accounts beyond their orders; each array has one entry per account index of the ledger, NaN = not known.</summary>
/// <param name="Potential">Rated potential, any scale, larger is better; null = nobody is rated.</param>
/// <param name="Influence">Rated influence, any scale, larger is better; null = nobody is rated.</param>
/// <param name="TrueProfit">True profit in the period, ten-thousandths; null = it is not worked out, and gross profit stands for it.</param>
public sealed record AccountRatings(double[]? Potential = null, double[]? Influence = null, double[]? TrueProfit = null)
{
    /// <summary>Nobody is rated.</summary>
    public static AccountRatings None { get; } = new();
}
