namespace Jingke.Analytics.Lifetime;

/// <summary>Why a model was not fitted.</summary>
public enum FitProblem
{
    /// <summary>It was fitted.</summary>
    None,

    /// <summary>There is no customer with a purchase.</summary>
    NoCustomers,

    /// <summary>There is only one customer; a model describes how customers differ.</summary>
    OneCustomer,

    /// <summary>Nobody has bought a second time.</summary>
    NoRepeatPurchases,

    /// <summary>The longest history is shorter than four weeks.</summary>
    TooShort,

    /// <summary>The repeat purchases have no positive value.</summary>
    NoSpend,
}

/// <summary>How the search for the most likely parameters ended.</summary>
public enum FitEnd
{
    /// <summary>At a maximum inside the bounds.</summary>
    Maximum,

    /// <summary>
    /// The likelihood rises to a bound of some parameter: the data say "none" or "no end" for it. Predictions may be used, the
    /// parameters on the bound mean nothing by themselves.
    /// </summary>
    Boundary,

    /// <summary>No better parameters were found, but the place is not a clear maximum either.</summary>
    Stalled,

    /// <summary>The permitted number of evaluations was used up.</summary>
    EvaluationLimit,
}

/// <summary>A fitted parameter.</summary>
/// <param name="Name">The paper's letter.</param>
/// <param name="Value">Its most likely value; times in weeks, money in the unit of the data.</param>
/// <param name="StandardError">From the observed information; null where the data do not determine the parameter.</param>
/// <param name="AtBoundary">True when the likelihood rises beyond the bound on which it lies.</param>
public readonly record struct FittedParameter(string Name, double Value, double? StandardError, bool AtBoundary);

/// <summary>How a model was fitted and how well that went.</summary>
/// <param name="LogLikelihood">Natural logarithm of the likelihood of all customers, times in weeks.</param>
/// <param name="Customers">Customers fitted to.</param>
/// <param name="Rows">Different histories among them.</param>
/// <param name="End">How the search ended.</param>
/// <param name="Iterations">Steps that the search took.</param>
/// <param name="Evaluations">How often the likelihood of some or all customers was worked out.</param>
/// <param name="Parameters">The parameters in the order of the papers.</param>
public sealed record FitReport(
    double LogLikelihood,
    long Customers,
    int Rows,
    FitEnd End,
    int Iterations,
    int Evaluations,
    IReadOnlyList<FittedParameter> Parameters
)
{
    /// <summary>True when the search ended at a maximum, be it on a bound.</summary>
    public bool Converged => End is FitEnd.Maximum or FitEnd.Boundary;
}

/// <summary>A fitted model, or the reason why there is none.</summary>
/// <param name="Problem">Why there is none; <see cref="FitProblem.None"/> when there is.</param>
/// <param name="Model">The model; null when there is a problem.</param>
/// <param name="Report">How it was fitted; null when there is a problem.</param>
public sealed record Fitted<TModel>(FitProblem Problem, TModel? Model, FitReport? Report)
    where TModel : class
{
    internal Fitted<TBase> As<TBase>()
        where TBase : class => new(Problem, Model as TBase, Report);
}
