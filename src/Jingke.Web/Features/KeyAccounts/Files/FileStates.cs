using Jingke.Domain.Contacts;
using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Domain.FollowUps;
using Jingke.Web.Common;
using Jingke.Web.Common.Periods;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>A part that a file needs to be complete.</summary>
public enum FilePart
{
    /// <summary>A grade of its influence.</summary>
    Influence,

    /// <summary>A plan for the present year.</summary>
    Plan,

    /// <summary>A measure, open or done.</summary>
    Measures,

    /// <summary>A review, ever.</summary>
    Review,

    /// <summary>A contact who decides.</summary>
    Decider,

    /// <summary>What it buys of our kind in a year, from anybody.</summary>
    Wallet,
}

/// <summary>How far a file is.</summary>
/// <param name="Missing">Parts that it lacks.</param>
/// <param name="Open">Measures not done yet.</param>
/// <param name="Overdue">Those of them that should be done by now.</param>
/// <param name="Done">Measures done.</param>
/// <param name="ReviewedOn">The latest review; null for none.</param>
/// <param name="NextReviewOn">When it comes up again; null while it was never reviewed.</param>
/// <param name="LastVisitOn">The latest visit; null for none.</param>
public sealed record FileState(
    IReadOnlyList<FilePart> Missing,
    int Open,
    int Overdue,
    int Done,
    DateOnly? ReviewedOn,
    DateOnly? NextReviewOn,
    DateOnly? LastVisitOn
)
{
    /// <summary>How many parts there are.</summary>
    public static readonly int Parts = Enum.GetValues<FilePart>().Length;

    /// <summary>Share of the parts that are there, 0 to 1.</summary>
    public double Completeness => (double)(Parts - Missing.Count) / Parts;
}

/// <summary>How far the files of some accounts are: one query for each part, however many accounts.</summary>
internal sealed class FileStates(JingkeDbContext db, CatalogueInForce catalogue, OrganisationInForce organisation, Clock clock)
{
    /// <summary>Key of the field that says what an account buys of our kind in a year, from anybody.</summary>
    public const string WalletField = CrossChecks.PurchaseVolume;

    private static readonly FilePart[] AllParts = Enum.GetValues<FilePart>();

    /// <summary>The states by account; every account has one.</summary>
    /// <param name="ids">Accounts of a page, or a lot of an export.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyDictionary<long, FileState>> RunAsync(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var (today, year) = (clock.Today, FiscalYear.Current(organisation, clock));
        var measures = await db
            .ToDos.Where(toDo => toDo.IsMeasure && ids.Contains(toDo.AccountId))
            .GroupBy(toDo => toDo.AccountId)
            .Select(own => new
            {
                own.Key,
                All = own.Count(),
                Open = own.Count(toDo => toDo.DoneAt == null),
                Overdue = own.Count(toDo => toDo.DoneAt == null && toDo.DueOn < today),
            })
            .ToDictionaryAsync(own => own.Key, cancel);
        var reviews = await db
            .KeyAccountReviews.AsNoTracking()
            .Where(review => ids.Contains(review.AccountId))
            .Where(review => !db.KeyAccountReviews.Any(newer => newer.AccountId == review.AccountId && newer.Id > review.Id))
            .ToDictionaryAsync(review => review.AccountId, cancel);
        var visits = await db
            .FollowUps.Where(each => each.Kind == FollowUpKind.Visit && ids.Contains(each.AccountId))
            .GroupBy(each => each.AccountId)
            .Select(own => new { own.Key, On = own.Max(each => each.On) })
            .ToDictionaryAsync(own => own.Key, own => own.On, cancel);
        var filled = new Dictionary<FilePart, HashSet<long>>
        {
            [FilePart.Influence] = await JudgedAsync(ids, cancel),
            [FilePart.Plan] = await SetAsync(
                db.KeyAccountPlans.Where(plan => plan.Year == year && ids.Contains(plan.AccountId)).Select(plan => plan.AccountId),
                cancel
            ),
            [FilePart.Measures] = [.. measures.Keys],
            [FilePart.Review] = [.. reviews.Keys],
            [FilePart.Decider] = await DecidersAsync(ids, cancel),
            [FilePart.Wallet] = await WalletsAsync(ids, cancel),
        };
        return ids.Distinct()
            .ToDictionary(
                id => id,
                id =>
                {
                    var (own, review) = (measures.GetValueOrDefault(id), reviews.GetValueOrDefault(id));
                    return new FileState(
                        [.. AllParts.Where(part => !filled[part].Contains(id))],
                        own?.Open ?? 0,
                        own?.Overdue ?? 0,
                        own is null ? 0 : own.All - own.Open,
                        review?.On,
                        review?.NextOn,
                        visits.TryGetValue(id, out var on) ? on : null
                    );
                }
            );
    }

    private Task<HashSet<long>> JudgedAsync(IReadOnlyList<long> ids, CancellationToken cancel) =>
        SetAsync(
            db.KeyAccountAssessments.Where(each => ids.Contains(each.AccountId) && each.InfluenceGrade != null)
                .Where(each => !db.KeyAccountAssessments.Any(newer => newer.AccountId == each.AccountId && newer.Id > each.Id))
                .Select(each => each.AccountId),
            cancel
        );

    // Roles are one text in the database; the few contacts that have any are looked at here.
    private async Task<HashSet<long>> DecidersAsync(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var roles = await db
            .Contacts.Where(contact => ids.Contains(contact.AccountId) && contact.Roles != null)
            .Select(contact => new { contact.AccountId, contact.Roles })
            .ToListAsync(cancel);
        return [.. roles.Where(each => each.Roles!.Value.HasFlag(BuyingRoles.Decider)).Select(each => each.AccountId)];
    }

    private Task<HashSet<long>> WalletsAsync(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var field = catalogue.Current.Field(WalletField)?.Id ?? 0;
        return SetAsync(
            db.Facts.Where(fact => ids.Contains(fact.AccountId) && fact.FieldId == field && fact.Standing == FactStanding.Accepted)
                .Select(fact => fact.AccountId),
            cancel
        );
    }

    private static async Task<HashSet<long>> SetAsync(IQueryable<long> ids, CancellationToken cancel) =>
        [.. await ids.Distinct().ToListAsync(cancel)];
}
