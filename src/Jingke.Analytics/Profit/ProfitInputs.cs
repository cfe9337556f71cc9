using Jingke.Analytics.Figures;

namespace Jingke.Analytics.Profit;

/// <summary>
/// What true profit is worked out from: one entry per account, all arrays of one length. An array that is null is not recorded by this
/// company; a single entry that is not known has the value said below. Neither is ever taken for zero.
/// </summary>
public sealed record ProfitInputs
{
    /// <summary>Accounts that count: those with a line in the period.</summary>
    public required bool[] Active { get; init; }

    /// <summary>Net sales, ten-thousandths.</summary>
    public required long[] NetSales { get; init; }

    /// <summary>Cost of the goods over the lines whose cost is known, ten-thousandths.</summary>
    public long[]? Goods { get; init; }

    /// <summary>Net sales of the lines whose cost is known, ten-thousandths.</summary>
    public long[]? SalesWithCost { get; init; }

    /// <summary>Share of the sales, by absolute amounts, whose cost is known, 0 to 1; below <see cref="AccountFigures.ProfitCoverage"/> the cost is not known.</summary>
    public double[]? CostCoverage { get; init; }

    /// <summary>Hours worked for the account in the period; NaN = not known.</summary>
    public double[]? Hours { get; init; }

    /// <summary>Visits in the period; -1 = not known.</summary>
    public int[]? Visits { get; init; }

    /// <summary>Level of difficulty, an index of <see cref="ServiceRates.DifficultySurcharges"/>; -1 = not known.</summary>
    public int[]? Difficulty { get; init; }

    /// <summary>Late amounts x days late in the period, ten-thousandths x days (<see cref="LateAmounts"/>); NaN = not known.</summary>
    public double[]? LateAmountDays { get; init; }

    /// <summary>The inputs that the ledger knows; index = row of the figures.</summary>
    public static ProfitInputs Of(AccountFigures figures) =>
        new()
        {
            Active = figures.Active,
            NetSales = figures.NetSales,
            Goods = figures.Cost,
            SalesWithCost = figures.SalesWithCost,
            CostCoverage = figures.CostCoverage,
        };

    /// <summary>Throws when arrays differ in length, belong together and are not all there, or hold what they cannot.</summary>
    internal void Check(ServiceRates rates)
    {
        var problems = rates.Problems();
        if (problems.Count > 0)
            throw new ArgumentException($"The rates cannot be used: {string.Join(", ", problems)}.", nameof(rates));

        var arrays = (Array?[])[NetSales, Goods, SalesWithCost, CostCoverage, Hours, Visits, Difficulty, LateAmountDays];
        if (Array.Exists(arrays, array => array is not null && array.Length != Active.Length))
            throw new InvalidOperationException("The arrays of true profit differ in length.");
        if (Goods is null != SalesWithCost is null || Goods is null != CostCoverage is null)
            throw new InvalidOperationException("Cost, the sales that it belongs to and its coverage are known together or not at all.");
        if (
            Hours?.Any(hours => hours < 0) == true
            || Visits?.Any(visits => visits < -1) == true
            || LateAmountDays?.Any(days => days < 0) == true
        )
            throw new InvalidOperationException("Hours, visits and late amounts are not negative.");

        var levels = rates.DifficultySurcharges?.Count ?? int.MaxValue;
        if (Difficulty?.Any(level => level < -1 || level >= levels) == true)
            throw new InvalidOperationException("A level of difficulty has no surcharge.");
    }
}
