using Jingke.Domain.Duplicates;

namespace Jingke.Web.Data.Duplicates;

/// <summary>An account that may be the same customer as one that is being entered.</summary>
/// <param name="AccountId">The account; null when it is outside the viewer's scope.</param>
/// <param name="Name">Its name, or its first two characters when it is outside the viewer's scope.</param>
/// <param name="Owner">Who is responsible; null when nobody is.</param>
/// <param name="Judgement">What the two are to each other.</param>
/// <param name="Action">What the rules say.</param>
public sealed record DuplicateHit(long? AccountId, string Name, string? Owner, PairJudgement Judgement, DuplicateAction Action);
