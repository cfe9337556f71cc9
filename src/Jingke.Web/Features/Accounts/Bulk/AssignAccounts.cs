using System.Text.Json;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Ownership;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Bulk;

/// <summary>
/// Gives accounts to a colleague and their team, or to nobody, with the open work about them. Accounts that the viewer does not answer
/// for are left alone.
/// </summary>
internal sealed class AssignAccounts(JingkeDbContext db, PeopleDirectory people, TimeProvider time)
{
    /// <summary>Most accounts in one go: what a page shows.</summary>
    public const int Most = 1_000;

    /// <summary>What an account was before, as <see cref="BulkActRow.Before"/> keeps it.</summary>
    /// <param name="OwnerId">Who was responsible.</param>
    /// <param name="TeamId">Whose team's it was.</param>
    /// <param name="ToDos">The to-dos that went along.</param>
    /// <param name="PoolId">The public pool that it lay in.</param>
    internal sealed record Before(Guid? OwnerId, long? TeamId, IReadOnlyList<long> ToDos, long? PoolId);

    /// <summary>What was done.</summary>
    /// <param name="ActId">The bulk act, for taking it back; 0 when nothing changed.</param>
    /// <param name="Accounts">How many accounts changed hands.</param>
    /// <param name="ToDos">How many to-dos went along.</param>
    public sealed record Done(long ActId, int Accounts, int ToDos);

    /// <summary>Assigns the accounts.</summary>
    /// <param name="ids">The accounts.</param>
    /// <param name="ownerId">Who gets them; null for nobody.</param>
    /// <param name="withOpenWork">Whether open to-dos of the former owners about these accounts go along.</param>
    /// <param name="reason">Why, where somebody said so.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="RuleException"><c>account.too-many-chosen</c>, <c>account.owner-unknown</c>, <c>account.reason-too-long</c></exception>
    public async Task<Done> RunAsync(
        IReadOnlyCollection<long> ids,
        Guid? ownerId,
        bool withOpenWork,
        string? reason,
        CancellationToken cancel
    )
    {
        if (ids.Count > Most)
            throw new RuleException("account.too-many-chosen", Most);
        var owner = people.Current.Find(ownerId);
        if (ownerId is not null && owner is not { IsActive: true })
            throw new RuleException("account.owner-unknown");

        var accounts = await db.AnsweredAccounts().Where(account => ids.Contains(account.Id)).ToListAsync(cancel);
        var changing = accounts.FindAll(account => account.OwnerId != ownerId || (owner is not null && account.TeamId != owner.TeamId));
        if (changing.Count == 0)
            return new(0, 0, 0);

        var toDos =
            withOpenWork && owner is not null
                ? await db.HandToAsync(changing, owner.Id, cancel)
                : Enumerable.Empty<long>().ToLookup(_ => 0L);
        var now = time.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var act = new BulkAct(BulkActKind.Assign, "", now, db.Viewer.UserId);
        db.Add(act);
        await db.SaveChangesAsync(cancel);
        foreach (var account in changing)
        {
            var before = new Before(account.OwnerId, account.TeamId, [.. toDos[account.Id]], account.IsPooled ? account.PoolId : null);
            // Who is left without an owner stays with its team, or nobody would see it any more.
            account.AssignTo(ownerId, owner is null ? account.TeamId : owner.TeamId, now, db.Viewer.UserId, reason);
            db.Add(
                new BulkActRow
                {
                    ActId = act.Id,
                    AccountId = account.Id,
                    Before = JsonSerializer.Serialize(before),
                    After = ownerId?.ToString(),
                }
            );
        }
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new(act.Id, changing.Count, toDos.Sum(each => each.Count()));
    }
}
