using System.Text.Json;
using Jingke.Analytics.Scoring;

namespace Jingke.Web.Ledger.Credit;

/// <summary>What a rating is granted.</summary>
/// <param name="Rating">The rating: A, B, C or D.</param>
/// <param name="From">The least score, 0 to 100.</param>
/// <param name="Factor">The limit covers this many times what the account buys within its term.</param>
/// <param name="Days">The term, in days.</param>
public sealed record CreditTerms(string Rating, double From, double Factor, int Days);

/// <summary>From which score on which rating holds, what each is granted, and how much must be known before there is one.</summary>
/// <param name="Ratings">The ratings, best first.</param>
/// <param name="MinimumCoverage">Share of a card's weight that must be known, above 0 to 1.</param>
public sealed record CreditRules(IReadOnlyList<CreditTerms> Ratings, double MinimumCoverage)
{
    /// <summary>The names of the ratings, best first.</summary>
    public static readonly IReadOnlyList<string> Names = ["A", "B", "C", "D"];

    /// <summary>What holds until a company saves its own.</summary>
    public static CreditRules Default { get; } =
        new([new("A", 80, 1.2, 60), new("B", 65, 1, 45), new("C", 50, 0.5, 30), new("D", 0, 0, 0)], 0.6);

    /// <summary>The ratings as bands of a scorecard.</summary>
    public IReadOnlyList<RatingBand> Bands => [.. Ratings.Select(each => new RatingBand(each.Rating, each.From))];

    /// <summary>Codes of what is wrong; empty when they can be used.</summary>
    /// <remarks>credit-rules.order (each rating begins below the better one, the worst at 0), credit-rules.generous (a worse rating is granted more).</remarks>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        var pairs = Ratings.Zip(Ratings.Skip(1)).ToList();
        if (Ratings[^1].From != 0 || pairs.Exists(pair => pair.First.From <= pair.Second.From))
            problems.Add("credit-rules.order");
        if (pairs.Exists(pair => pair.First.Factor * pair.First.Days < pair.Second.Factor * pair.Second.Days))
            problems.Add("credit-rules.generous");
        return problems;
    }

    /// <summary>What a rating is granted; null for none.</summary>
    public CreditTerms? TermsOf(string? rating) => Ratings.FirstOrDefault(each => each.Rating == rating);

    /// <summary>Whether a rating is worse than another one; false where one of them is none.</summary>
    public static bool IsWorse(string? rating, string? than) =>
        rating is not null && than is not null && string.CompareOrdinal(rating, than) > 0;

    /// <summary>The rules as they are saved.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Rules that were saved.</summary>
    public static CreditRules OfJson(string json) => JsonSerializer.Deserialize<CreditRules>(json)!;
}
