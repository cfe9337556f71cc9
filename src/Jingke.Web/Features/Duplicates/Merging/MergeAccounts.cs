using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Duplicates;
using Jingke.Domain.Sales;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Duplicates.Merging;

/// <summary>Merges an account into another: all that belongs to it moves, its name and code still find it, and it can be undone.</summary>
internal sealed class MergeAccounts(JingkeDbContext db, TimeProvider time)
{
    /// <summary>What is merged, and which value of each field stays.</summary>
    public sealed class Input
    {
        /// <summary>The account that stays.</summary>
        [Required(ErrorMessage = "required")]
        public long? Into { get; set; }

        /// <summary>The account that is merged into it.</summary>
        [Required(ErrorMessage = "required")]
        public long? From { get; set; }

        /// <summary>Version of the account that stays, as it was shown.</summary>
        public int IntoVersion { get; set; }

        /// <summary>Version of the other account, as it was shown.</summary>
        public int FromVersion { get; set; }

        /// <summary>For a field, the identifier of the account whose value stays; those of <see cref="MergeChoice.All"/>.</summary>
        public Dictionary<string, long> Take
        {
            get;
            // A form without any choice posts none.
            set => field = value ?? [];
        } = [];
    }

    /// <summary>Merges.</summary>
    /// <returns>The merge.</returns>
    /// <exception cref="NotFoundException">One of the accounts is not in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>merge.itself</c>, <c>account.only-shared</c></exception>
    /// <exception cref="DbUpdateConcurrencyException">One of them was changed since it was shown.</exception>
    public async Task<AccountMerging> RunAsync(Input input, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var into = await db.AccountToAnswerForAsync(input.Into!.Value, cancel);
        var from = await db.AccountToAnswerForAsync(input.From!.Value, cancel);
        if (into.Version != input.IntoVersion || from.Version != input.FromVersion)
            throw new DbUpdateConcurrencyException("One of the accounts has another version.");

        var now = time.GetUtcNow().UtcDateTime;
        from.MergeInto(into, now, db.Viewer.UserId);
        Combine(into, from, input.Take, now);
        var merging = new AccountMerging
        {
            IntoId = into.Id,
            FromId = from.Id,
            At = now,
            ById = db.Viewer.UserId,
            Replaced = ReplacedFields.Of(db.Entry(into)),
        };
        db.Add(merging);
        await SettlePairAsync(into.Id, from.Id, now, cancel);
        await db.SaveChangesAsync(cancel);

        await new MovedRows(db, merging.Id).MoveAsync(from.Id, into.Id, cancel);
        await TellAsync(db, from.Id, into.Id, cancel);
        await transaction.CommitAsync(cancel);
        return merging;
    }

    /// <summary>Has the ledger, the search and the duplicate check read two accounts again, in the present transaction.</summary>
    internal static async Task TellAsync(JingkeDbContext db, long from, long into, CancellationToken cancel)
    {
        db.ChangedAccounts.AddRange(new ChangedAccount { AccountId = from }, new ChangedAccount { AccountId = into });
        await db.SaveChangesAsync(cancel);
        await db.RaiseStampAsync(ChangeStamp.Sales, cancel);
        await db.RaiseStampAsync(ChangeStamp.Accounts, cancel);
        await db.RaiseStampAsync(ChangeStamp.People, cancel);
        await db.RaiseStampAsync(ChangeStamp.Receivables, cancel);
        await SearchIndex.RefreshAsync(db, [from, into], cancel);
    }

    private void Combine(Account into, Account from, Dictionary<string, long> take, DateTime at)
    {
        var (entry, other) = (db.Entry(into), db.Entry(from));
        var (name, code) = (into.Name, into.Code);
        var owner = (into.OwnerId, into.TeamId);
        foreach (var choice in MergeChoice.All)
            if (take.TryGetValue(choice.Key, out var chosen) ? chosen == from.Id : choice.IsEmpty(into))
                foreach (var property in choice.Properties)
                    entry.Property(property).CurrentValue = other.Property(property).CurrentValue;

        // Another owner is a move like any other.
        if (into.OwnerId != owner.OwnerId)
            ReplacedFields.MoveOwner(entry, owner, at, db.Viewer.UserId);
        // Whoever looks for the other name, or for a code that no longer stands, finds the account that stays.
        string?[] former = [from.Code, code, from.Name, name];
        foreach (var text in former)
            if (text is { Length: > 0 } && text != into.Name && text != into.Code)
                into.AddFormerName(text);
        entry.Property(nameof(Account.FirstTradedOn)).CurrentValue = Earlier(into.FirstTradedOn, from.FirstTradedOn);
        if (from.LastContactOn is { } contact)
            into.Contacted(contact);
        if (into.ParentId == from.Id)
            into.BelongTo(from.ParentId == into.Id ? null : from.ParentId);
        db.ChangeTracker.DetectChanges();
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) =>
        one is null ? other
        : other is null || one < other ? one
        : other;

    private async Task SettlePairAsync(long into, long from, DateTime at, CancellationToken cancel)
    {
        var (left, right) = (Math.Min(into, from), Math.Max(into, from));
        var pair = await db.DuplicatePairs.SingleOrDefaultAsync(
            each => each.LeftId == left && each.RightId == right && each.State == PairState.Open,
            cancel
        );
        pair?.Settle(PairState.Merged, at, db.Viewer.UserId);
    }
}
