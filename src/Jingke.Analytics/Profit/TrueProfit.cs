using Jingke.Analytics.Figures;

namespace Jingke.Analytics.Profit;

/// <summary>
/// True profit 真实利润 of each account: net sales - cost of the goods - cost to serve - cost of late payment; cost to serve = hours x hourly
/// rate + visits x visit cost + surcharge for difficulty; late payment = late amounts x days x yearly capital rate / 365. All amounts in
/// ten-thousandths; parts are rounded one by one, so that they sum exactly.
/// </summary>
/// <remarks>
/// What the company does not record or has no rate for is left out for everybody (<see cref="LeftOut"/>); cost of the goods never is. An
/// account that lacks a part which others have has no true profit (<see cref="MissingOf"/>), and no rank: a missing cost is not a cost of
/// nothing. Sales whose cost is not known, at most a tenth, are taken off with their cost. After Cooper and Kaplan (1991), Profit priorities
/// from activity-based costing, Harvard Business Review 69.
/// </remarks>
public sealed class TrueProfit
{
    private const double DaysOfYear = 365;

    private readonly ProfitInputs inputs;
    private readonly ServiceRates rates;
    private readonly ProfitParts[] missing;
    private readonly long[] profits;

    private TrueProfit(ProfitInputs inputs, ServiceRates rates)
    {
        (this.inputs, this.rates) = (inputs, rates);
        LeftOut =
            (inputs.Hours is null || rates.HourlyRate is null ? ProfitParts.Hours : ProfitParts.None)
            | (inputs.Visits is null || rates.VisitCost is null ? ProfitParts.Visits : ProfitParts.None)
            | (inputs.Difficulty is null || rates.DifficultySurcharges is null ? ProfitParts.Difficulty : ProfitParts.None)
            | (inputs.LateAmountDays is null || rates.YearlyCapitalRate is null ? ProfitParts.LatePayment : ProfitParts.None);
        (missing, profits) = (new ProfitParts[Count], new long[Count]);
        for (var row = 0; row < Count; row++)
        {
            missing[row] = FindMissing(row);
            if (IsKnown(row))
                profits[row] = inputs.SalesWithCost![row] - inputs.Goods![row] - ServiceOf(row) - LateOf(row);
        }
    }

    /// <summary>Number of accounts, with those that are not active.</summary>
    public int Count => inputs.Active.Length;

    /// <summary>Parts that are not worked out for anybody, because nothing is recorded or no rate is set. Say so.</summary>
    public ProfitParts LeftOut { get; }

    /// <summary>What of an account is not known although it is recorded for others; cost of the goods always counts.</summary>
    public ProfitParts MissingOf(int row) => missing[row];

    /// <summary>True profit of an account, ten-thousandths; null when it is not active or a part is missing.</summary>
    public long? this[int row] => IsKnown(row) ? profits[row] : null;

    /// <summary>Net sales of an account, ten-thousandths.</summary>
    public long NetSalesOf(int row) => inputs.NetSales[row];

    /// <summary>Gross profit of an account, over the lines whose cost is known; null when too little of its cost is.</summary>
    public long? GrossProfitOf(int row) =>
        inputs.Active[row] && !missing[row].HasFlag(ProfitParts.Goods) ? inputs.SalesWithCost![row] - inputs.Goods![row] : null;

    /// <summary>Cost to serve of an account; null when a part of it is missing; 0 when all of it is left out.</summary>
    public long? CostToServeOf(int row) =>
        (missing[row] & (ProfitParts.Hours | ProfitParts.Visits | ProfitParts.Difficulty)) == ProfitParts.None ? ServiceOf(row) : null;

    /// <summary>Cost of late payment of an account; null when it is missing; 0 when it is left out.</summary>
    public long? LatePaymentOf(int row) => missing[row].HasFlag(ProfitParts.LatePayment) ? null : LateOf(row);

    /// <summary>From net sales to true profit, step by step; parts left out for everybody are not among the steps.</summary>
    public IReadOnlyList<ProfitStep> WaterfallOf(int row)
    {
        var steps = new List<ProfitStep>();
        long? running = 0;
        Add(ProfitStepKind.NetSales, inputs.NetSales[row]);
        var hasGoods = !missing[row].HasFlag(ProfitParts.Goods);
        if (hasGoods && inputs.NetSales[row] != inputs.SalesWithCost![row])
            Add(ProfitStepKind.SalesWithoutCost, inputs.SalesWithCost[row] - inputs.NetSales[row]);

        Add(ProfitStepKind.Goods, hasGoods ? -inputs.Goods![row] : null);
        AddPart(ProfitParts.Hours, ProfitStepKind.Hours, HoursOf);
        AddPart(ProfitParts.Visits, ProfitStepKind.Visits, VisitsOf);
        AddPart(ProfitParts.Difficulty, ProfitStepKind.Difficulty, SurchargeOf);
        AddPart(ProfitParts.LatePayment, ProfitStepKind.LatePayment, LateOf);
        steps.Add(new ProfitStep(ProfitStepKind.TrueProfit, null, this[row]));
        return steps;

        void AddPart(ProfitParts part, ProfitStepKind kind, Func<int, long> cost)
        {
            if (!LeftOut.HasFlag(part))
                Add(kind, missing[row].HasFlag(part) ? null : -cost(row));
        }

        void Add(ProfitStepKind kind, long? amount)
        {
            running += amount; // null from the first part on that is missing
            steps.Add(new ProfitStep(kind, amount, running));
        }
    }

    /// <summary>Works out the true profit of every account.</summary>
    /// <exception cref="ArgumentException">The rates have problems.</exception>
    /// <exception cref="InvalidOperationException">The inputs contradict each other or hold negative hours, visits or late amounts.</exception>
    public static TrueProfit Of(ProfitInputs inputs, ServiceRates rates)
    {
        inputs.Check(rates);
        return new TrueProfit(inputs, rates);
    }

    internal bool IsKnown(int row) => inputs.Active[row] && missing[row] == ProfitParts.None;

    internal bool IsActive(int row) => inputs.Active[row];

    private ProfitParts FindMissing(int row)
    {
        var found = ProfitParts.None;
        if (inputs.Goods is null || inputs.CostCoverage![row] < AccountFigures.ProfitCoverage)
            found |= ProfitParts.Goods;
        if (inputs.Hours is { } hours && double.IsNaN(hours[row]))
            found |= ProfitParts.Hours;
        if (inputs.Visits is { } visits && visits[row] < 0)
            found |= ProfitParts.Visits;
        if (inputs.Difficulty is { } difficulty && difficulty[row] < 0)
            found |= ProfitParts.Difficulty;
        if (inputs.LateAmountDays is { } late && double.IsNaN(late[row]))
            found |= ProfitParts.LatePayment;

        return found & ~LeftOut;
    }

    private long ServiceOf(int row) => HoursOf(row) + VisitsOf(row) + SurchargeOf(row);

    private long HoursOf(int row) => LeftOut.HasFlag(ProfitParts.Hours) ? 0 : Rounded(inputs.Hours![row] * rates.HourlyRate!.Value);

    private long VisitsOf(int row) => LeftOut.HasFlag(ProfitParts.Visits) ? 0 : inputs.Visits![row] * rates.VisitCost!.Value;

    private long SurchargeOf(int row) =>
        LeftOut.HasFlag(ProfitParts.Difficulty)
            ? 0
            : Rounded((HoursOf(row) + VisitsOf(row)) * rates.DifficultySurcharges![inputs.Difficulty![row]]);

    private long LateOf(int row) =>
        LeftOut.HasFlag(ProfitParts.LatePayment) ? 0 : Rounded(inputs.LateAmountDays![row] * rates.YearlyCapitalRate!.Value / DaysOfYear);

    private static long Rounded(double amount) => checked((long)Math.Round(amount, MidpointRounding.AwayFromZero));
}

/// <summary>What a step of the waterfall stands for.</summary>
public enum ProfitStepKind
{
    /// <summary>Net sales, where it begins.</summary>
    NetSales,

    /// <summary>Sales whose cost is not known, taken off together with their cost.</summary>
    SalesWithoutCost,

    /// <summary>Cost of the goods.</summary>
    Goods,

    /// <summary>Hours x hourly rate.</summary>
    Hours,

    /// <summary>Visits x visit cost.</summary>
    Visits,

    /// <summary>Surcharge for difficulty.</summary>
    Difficulty,

    /// <summary>Cost of late payment.</summary>
    LatePayment,

    /// <summary>True profit, where it ends.</summary>
    TrueProfit,
}

/// <summary>A step of the waterfall.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Amount">What it adds, ten-thousandths, negative for a cost; null when it is missing, and for the end.</param>
/// <param name="Running">What is left after it; null once something was missing.</param>
public sealed record ProfitStep(ProfitStepKind Kind, long? Amount, long? Running);
