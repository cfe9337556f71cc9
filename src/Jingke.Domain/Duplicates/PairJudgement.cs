namespace Jingke.Domain.Duplicates;

/// <summary>What a comparison of two accounts came to.</summary>
/// <param name="Verdict">What they are to each other.</param>
/// <param name="Score">How likely they are one customer, 0 to 1.</param>
/// <param name="Signals">Why, weightiest first.</param>
public sealed record PairJudgement(PairVerdict Verdict, double Score, IReadOnlyList<MatchSignal> Signals);
