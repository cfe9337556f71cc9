using Jingke.Analytics.Lifetime;

namespace Jingke.Analytics.Retention;

/// <summary>Whether a company's own data bear a model of who is alive, and if not, why.</summary>
public enum ModelUse
{
    /// <summary>They do: its probabilities are judged.</summary>
    Used,

    /// <summary>There is too little time: no hold-out can be set apart.</summary>
    TooShort,

    /// <summary>There are too few customers, or too few of them came back, to fit a model and to measure it.</summary>
    TooFew,

    /// <summary>In the hold-out its ranking was no better than chance, or the search for its parameters did not end.</summary>
    NoBetterThanChance,
}

/// <summary>Decides whether a model is used.</summary>
public static class ModelUses
{
    /// <summary>Fewest customers at the cut.</summary>
    public const int LeastCustomers = 30;

    /// <summary>Fewest customers that bought again after the cut, and that did not.</summary>
    public const int LeastOfEither = 5;

    /// <summary>Least share of pairs that must be ranked rightly; chance is 0.5.</summary>
    public const double LeastRanking = 0.6;

    /// <summary>What the hold-out says.</summary>
    public static ModelUse Of(HoldOut holdOut) =>
        holdOut.Problem == FitProblem.TooShort ? ModelUse.TooShort
        : holdOut.Problem != FitProblem.None
        || holdOut.Customers < LeastCustomers
        || holdOut.BoughtAgain < LeastOfEither
        || holdOut.Customers - holdOut.BoughtAgain < LeastOfEither
            ? ModelUse.TooFew
        : holdOut.ForRanking?.RankingByAlive >= LeastRanking ? ModelUse.Used
        : ModelUse.NoBetterThanChance;
}
