using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Duplicates;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Duplicates.Merging;

/// <summary>Takes a merge back: what was moved goes back, values that were replaced return. What was changed since stays and is told.</summary>
internal sealed class UndoMerge(JingkeDbContext db, TimeProvider time)
{
    /// <summary>What came of it.</summary>
    /// <param name="FromId">The account that stands by itself again.</param>
    /// <param name="IntoId">The account it was merged into.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="KeptFields">Fields of the other account that were changed since, and keep what they have.</param>
    /// <param name="KeptRows">Rows that have gone elsewhere since.</param>
    public sealed record Answer(long FromId, long IntoId, string Name, IReadOnlyList<string> KeptFields, int KeptRows);

    /// <summary>Undoes the merge.</summary>
    /// <exception cref="NotFoundException">There is no such merge in the viewer's scope.</exception>
    /// <exception cref="RuleException">
    /// <c>merge.undone-already</c>, <c>merge.too-old</c>, <c>merge.undo-later-first</c> (name), <c>merge.code-taken</c> (code, name)
    /// </exception>
    public async Task<Answer> RunAsync(long id, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var merging =
            await db.AccountMergings.SingleOrDefaultAsync(each => each.Id == id, cancel)
            ?? throw new NotFoundException(nameof(AccountMerging), id);
        var inBin = db.Accounts.IgnoreQueryFilters([JingkeDbContext.BinFilter]);
        var into = await inBin.SingleOrDefaultAsync(account => account.Id == merging.IntoId, cancel);
        var from = await db.Accounts.IgnoreQueryFilters().SingleOrDefaultAsync(account => account.Id == merging.FromId, cancel);
        if (into is null || from is null || !db.Viewer.AnswersFor(into))
            throw new NotFoundException(nameof(AccountMerging), id);
        merging.Undo(time.GetUtcNow().UtcDateTime, db.Viewer.UserId);
        if (into.MergedIntoId is not null || from.MergedIntoId != into.Id)
            throw new RuleException("merge.undo-later-first", into.Name);

        from.Unmerge();
        var owner = (into.OwnerId, into.TeamId);
        var kept = ReplacedFields.PutBack(db.Entry(into), merging.Replaced);
        if (into.OwnerId != owner.OwnerId)
            ReplacedFields.MoveOwner(db.Entry(into), owner, time.GetUtcNow().UtcDateTime, db.Viewer.UserId);
        await CheckCodeAsync(from, into, cancel);
        await ReopenPairAsync(into.Id, from.Id, cancel);
        await db.SaveChangesAsync(cancel);

        var keptRows = await new MovedRows(db, merging.Id).MoveBackAsync(from.Id, into.Id, cancel);
        await MergeAccounts.TellAsync(db, from.Id, into.Id, cancel);
        await transaction.CommitAsync(cancel);
        return new(from.Id, into.Id, from.Name, kept, keptRows);
    }

    // The code of an account that was merged is free for another one.
    private async Task CheckCodeAsync(Account from, Account into, CancellationToken cancel)
    {
        if (from.Code is not { Length: > 0 } code)
            return;
        var (fromId, intoId) = (from.Id, into.Id);
        var other = await db
            .Accounts.IgnoreQueryFilters()
            .Where(account => account.Code == code && account.Id != fromId && account.Id != intoId && account.MergedIntoId == null)
            .Select(account => account.Name)
            .FirstOrDefaultAsync(cancel);
        if (other is not null || into.Code == code)
            throw new RuleException("merge.code-taken", code, other ?? into.Name);
    }

    private async Task ReopenPairAsync(long into, long from, CancellationToken cancel)
    {
        var (left, right) = (Math.Min(into, from), Math.Max(into, from));
        var pair = await db.DuplicatePairs.SingleOrDefaultAsync(
            each => each.LeftId == left && each.RightId == right && each.State == PairState.Merged,
            cancel
        );
        pair?.Settle(PairState.Open, default, null);
    }
}
