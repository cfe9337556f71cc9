namespace Jingke.Web.Ledger.Churn;

/// <summary>A lost key account of which nobody has written down why.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">Its name.</param>
/// <param name="OwnerId">Who is responsible; null for nobody.</param>
/// <param name="Figure">What is said of it.</param>
public sealed record UnreviewedLoss(long AccountId, string Name, Guid? OwnerId, ChurnFigure Figure);
