namespace Jingke.Analytics.Tiers;

/// <summary>One reason for a verdict: a code and the numbers that belong to it. Words are made where they are read.</summary>
/// <param name="Code">One of <see cref="ReasonCodes"/>.</param>
/// <param name="Arguments">The numbers, as described at the code.</param>
public sealed record Reason(string Code, IReadOnlyList<double> Arguments)
{
    internal Reason(string code, params double[] arguments)
        : this(code, (IReadOnlyList<double>)arguments) { }

    /// <summary>Equal code and equal numbers.</summary>
    public bool Equals(Reason? other) => other is not null && Code == other.Code && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Arguments.Count);
}

/// <summary>The codes of reasons with their arguments. Money is in ten-thousandths, shares and changes are fractions (0.18 = 18 %).</summary>
public static class ReasonCodes
{
    /// <summary>{0} share of net sales.</summary>
    public const string Share = "share";

    /// <summary>{0} rank by net sales, {1} number of active accounts.</summary>
    public const string Rank = "rank";

    /// <summary>{0} places gained (positive) or lost against the comparison period, {1} rank then.</summary>
    public const string RankChange = "rank-change";

    /// <summary>{0} year-on-year change of net sales.</summary>
    public const string YearOnYear = "year-on-year";

    /// <summary>New: nothing in the comparison period. No arguments.</summary>
    public const string New = "new";

    /// <summary>Year on year has no number because the base is negative: {0} net sales then.</summary>
    public const string NegativeBase = "negative-base";

    /// <summary>{0} days since the last order.</summary>
    public const string Recency = "recency";

    /// <summary>No order with a positive amount in the period. No arguments.</summary>
    public const string NoOrder = "no-order";

    /// <summary>{0} orders in the period.</summary>
    public const string Orders = "orders";

    /// <summary>{0} value score, {1} score from which an account is key (NaN when none is).</summary>
    public const string Score = "score";

    /// <summary>Among the first by value score, yet not key because net sales are not positive or below a minimum: {0} net sales, {1} orders.</summary>
    public const string BelowMinimum = "below-minimum";

    /// <summary>Rising: {0} value score with this year's growth repeated once, {1} the growth factor used (at most 3).</summary>
    public const string Rising = "rising";

    /// <summary>Among the last by gross profit: {0} gross profit.</summary>
    public const string LetGoByProfit = "let-go.profit";

    /// <summary>Among the last by true profit: {0} true profit.</summary>
    public const string LetGoByTrueProfit = "let-go.true-profit";

    /// <summary>Among the last by net sales, because its cost is not known: {0} net sales.</summary>
    public const string LetGoByNetSales = "let-go.net-sales";

    /// <summary>The account alone is a tenth of sales or more, a concentration risk: {0} share.</summary>
    public const string Concentration = "concentration";

    /// <summary>A weighted part of the value score is missing and gave its weight to the others: {0} the <see cref="ValuePart"/>, {1} its weight.</summary>
    public const string MissingPart = "missing-part";
}
