namespace Jingke.Web.Features.Accounts.Vetting;

/// <summary>How well accounts are known.</summary>
/// <param name="Owners">By person, least complete first.</param>
/// <param name="Trend">Mean completeness and freshness by day, weighted by accounts, of the people in the viewer's scope.</param>
/// <param name="Least">Key accounts that are known least.</param>
public sealed record KnowledgeFigures(
    IReadOnlyList<KnowledgeOfOwner> Owners,
    IReadOnlyList<(DateOnly On, double? Completeness, double? Freshness)> Trend,
    IReadOnlyList<KnowledgeOfAccount> Least
);

/// <summary>How well the accounts of one person are known.</summary>
/// <param name="OwnerId">Who is responsible; null when nobody is.</param>
/// <param name="TeamId">The team that the accounts are of.</param>
/// <param name="Accounts">How many.</param>
/// <param name="Completeness">Mean of the accounts that have it, 0 to 1.</param>
/// <param name="Freshness">Likewise.</param>
/// <param name="Accuracy">Likewise.</param>
public sealed record KnowledgeOfOwner(Guid? OwnerId, long? TeamId, int Accounts, double? Completeness, double? Freshness, double? Accuracy);

/// <summary>How well one account is known.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Its name.</param>
/// <param name="OwnerId">Who is responsible.</param>
/// <param name="Completeness">0 to 1.</param>
/// <param name="Freshness">0 to 1.</param>
/// <param name="NetSales">Net sales in the evaluated period, ten-thousandths.</param>
public sealed record KnowledgeOfAccount(long Id, string Name, Guid? OwnerId, double? Completeness, double? Freshness, long NetSales);
