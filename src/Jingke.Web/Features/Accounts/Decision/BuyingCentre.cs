using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Web.Data;
using Jingke.Web.Features.Accounts.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Decision;

/// <summary>How people of an account stand to each other, and who else sells to it.</summary>
internal sealed class BuyingCentre(JingkeDbContext db)
{
    // A picture of more would show nothing.
    private const int MostRelations = 200;
    private const int MostCompetitors = 50;

    /// <summary>The relations, the oldest first.</summary>
    public Task<List<RelationRow>> RelationsAsync(long accountId, CancellationToken cancel) =>
        db
            .ContactRelations.AsNoTracking()
            .Where(relation => relation.AccountId == accountId)
            .OrderBy(relation => relation.Id)
            .Select(relation => new RelationRow(
                relation.Id,
                relation.FromId,
                relation.From!.Name,
                relation.Kind,
                relation.ToId,
                relation.To!.Name,
                relation.Note
            ))
            .Take(MostRelations)
            .ToListAsync(cancel);

    /// <summary>The competitors by name.</summary>
    public Task<List<Competitor>> CompetitorsAsync(long accountId, CancellationToken cancel) =>
        db
            .Competitors.AsNoTracking()
            .Where(competitor => competitor.AccountId == accountId)
            .OrderBy(competitor => competitor.Name)
            .ThenBy(competitor => competitor.Id)
            .Take(MostCompetitors)
            .ToListAsync(cancel);
}

/// <summary>How two people stand to each other.</summary>
public sealed record RelationRow(long Id, long FromId, string From, RelationKind Kind, long ToId, string To, string? Note)
{
    /// <summary>Its line in a picture.</summary>
    public PictureLine Line => new(FromId, ToId, ContactRelation.IsDirected(Kind), Kind == RelationKind.Rival);
}
