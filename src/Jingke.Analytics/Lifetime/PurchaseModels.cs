using Jingke.Analytics.Lifetime.Fitting;

namespace Jingke.Analytics.Lifetime;

/// <summary>The models that can be fitted.</summary>
public enum PurchaseModelKind
{
    /// <summary><see cref="BgNbdModel"/>.</summary>
    BgNbd,

    /// <summary><see cref="MbgNbdModel"/>.</summary>
    MbgNbd,

    /// <summary><see cref="ParetoNbdModel"/>.</summary>
    ParetoNbd,
}

/// <summary>
/// Fits the purchase models by maximum likelihood. Customers with equal histories are counted once; the result depends neither on the
/// order of customers nor on the number of threads.
/// </summary>
/// <remarks>
/// Within the search times are in units of the mean age and parameters lie between 1e-5 and 1e5: a parameter that the data push to zero
/// or infinity ends on that bound and is marked so, instead of running away.
/// </remarks>
public static class PurchaseModels
{
    private const double LeastWeeks = 4;
    private const double Least = 1e-5;
    private const double Most = 1e5;

    /// <summary>Fits a model of a kind.</summary>
    public static Fitted<PurchaseModel> Fit(PurchaseModelKind kind, PooledHistories histories) =>
        kind switch
        {
            PurchaseModelKind.BgNbd => BgNbd(histories).As<PurchaseModel>(),
            PurchaseModelKind.MbgNbd => MbgNbd(histories).As<PurchaseModel>(),
            PurchaseModelKind.ParetoNbd => ParetoNbd(histories).As<PurchaseModel>(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>Fits BG/NBD.</summary>
    public static Fitted<BgNbdModel> BgNbd(PooledHistories histories) =>
        Fit(
            histories,
            ["r", "alpha", "a", "b"],
            [false, true, false, false],
            (data, scale) => new BetaGeometricLikelihood(data, scale, 0),
            values => new BgNbdModel(values[0], values[1], values[2], values[3])
        );

    /// <summary>Fits MBG/NBD.</summary>
    public static Fitted<MbgNbdModel> MbgNbd(PooledHistories histories) =>
        Fit(
            histories,
            ["r", "alpha", "a", "b"],
            [false, true, false, false],
            (data, scale) => new BetaGeometricLikelihood(data, scale, 1),
            values => new MbgNbdModel(values[0], values[1], values[2], values[3])
        );

    /// <summary>Fits Pareto/NBD.</summary>
    public static Fitted<ParetoNbdModel> ParetoNbd(PooledHistories histories) =>
        Fit(
            histories,
            ["r", "alpha", "s", "beta"],
            [false, true, false, true],
            (data, scale) => new ParetoNbdLikelihood(data, scale),
            values => new ParetoNbdModel(values[0], values[1], values[2], values[3])
        );

    /// <summary>Why these histories cannot be fitted; <see cref="FitProblem.None"/> when they can.</summary>
    public static FitProblem ProblemOf(PooledHistories histories) =>
        histories.Customers == 0 ? FitProblem.NoCustomers
        : histories.Customers == 1 ? FitProblem.OneCustomer
        : histories.RepeatPurchases == 0 ? FitProblem.NoRepeatPurchases
        : histories.LongestAge < LeastWeeks ? FitProblem.TooShort
        : FitProblem.None;

    private static Fitted<TModel> Fit<TModel>(
        PooledHistories histories,
        string[] names,
        bool[] isTime,
        Func<PooledHistories, double, HistoryLikelihood> likelihood,
        Func<double[], TModel> model
    )
        where TModel : class
    {
        var problem = ProblemOf(histories);
        if (problem != FitProblem.None)
            return new Fitted<TModel>(problem, null, null);

        var scale = histories.TotalAge / histories.Customers;
        var step = histories.Histories.Length / Fitter.SampleRows;
        var all = likelihood(histories, scale);
        // Mean purchases in a unit of time fix r / alpha; how much customers differ is tried in turn.
        var rate = Math.Clamp((double)histories.RepeatPurchases / histories.Customers, 0.01, 1000);
        var (lower, upper) = (Enumerable.Repeat(Least, 4).ToArray(), Enumerable.Repeat(Most, 4).ToArray());
        var report = Fitter.Fit(
            all,
            step < 2 ? null : likelihood(histories.EveryNth(step), scale),
            [
                [0.7, 0.7 / rate, 0.8, isTime[3] ? 0.8 : 3],
                [0.2, 0.2 / rate, 0.3, 0.5],
                [5, 5 / rate, 1, 10],
            ],
            lower,
            upper,
            names,
            Array.ConvertAll(isTime, time => time ? scale : 1),
            all.Offset
        );
        return new Fitted<TModel>(FitProblem.None, model([.. report.Parameters.Select(parameter => parameter.Value)]), report);
    }
}
