using System.Globalization;
using Jingke.Domain.Accounts;
using Jingke.Domain.Churn;
using Jingke.Domain.Contacts;
using Jingke.Domain.Credit;
using Jingke.Domain.Duplicates;
using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Privacy;

/// <summary>What the database holds of a contact besides the contact itself, and its removal within the present transaction.</summary>
internal sealed class TracesOfPerson
{
    /// <summary>Stands in a text where the person was named; not longer than what it replaces, so that no text grows too long.</summary>
    public const string Blank = "××";

    private const int ShortestReach = 5;

    private readonly JingkeDbContext db;
    private readonly long accountId;
    private readonly long contactId;
    private readonly IReadOnlyList<string> reach;
    private readonly IReadOnlyList<string> said;
    private readonly IReadOnlyList<string> relationIds;
    private readonly IReadOnlyList<string> consentIds;
    private readonly IReadOnlyList<string> purchaseIds;
    private readonly IReadOnlyList<string> reviewIds;
    private readonly IReadOnlyList<string> investigationIds;
    private readonly IReadOnlyList<string> decisionIds;
    private readonly IReadOnlyList<long> batches;

    private TracesOfPerson(JingkeDbContext db, Contact contact, bool isNameAlone, IReadOnlyList<string>[] ids, IReadOnlyList<long> batches)
    {
        (this.db, this.batches) = (db, batches);
        (accountId, contactId) = (contact.AccountId, contact.Id);
        reach =
        [
            .. ((string?[])[contact.Mobile, contact.Phone, contact.Email]).OfType<string>().Where(text => text.Length >= ShortestReach),
        ];
        // A longest text first: a number may be a part of another one.
        said = [.. reach.Concat(isNameAlone ? [contact.Name] : Array.Empty<string>()).OrderByDescending(text => text.Length)];
        (relationIds, consentIds, purchaseIds, reviewIds, investigationIds, decisionIds) = (ids[0], ids[1], ids[2], ids[3], ids[4], ids[5]);
    }

    /// <summary>Finds out what there is. A name of one sign, or one that is a part of a colleague's, is left in texts: it cannot be told apart.</summary>
    public static async Task<TracesOfPerson> OfAsync(JingkeDbContext db, Contact contact, CancellationToken cancel)
    {
        var (accountId, id, name) = (contact.AccountId, contact.Id, contact.Name);
        var text = id.ToString(CultureInfo.InvariantCulture);
        var inBin = db.ContactRelations.IgnoreQueryFilters();
        var isShared = await db
            .Contacts.IgnoreQueryFilters()
            .AnyAsync(each => each.AccountId == accountId && each.Id != id && each.Name.Contains(name), cancel);
        var relations = await inBin.Where(each => each.FromId == id || each.ToId == id).Select(each => each.Id).ToListAsync(cancel);
        var consents = await db
            .Consents.IgnoreQueryFilters()
            .Where(each => each.ContactId == id)
            .Select(each => each.Id)
            .ToListAsync(cancel);
        var purchases = await db
            .JointPurchases.IgnoreQueryFilters()
            .Where(each => each.AccountId == accountId)
            .Select(each => each.Id)
            .ToListAsync(cancel);
        var reviews = await db
            .LossReviews.IgnoreQueryFilters()
            .Where(each => each.AccountId == accountId)
            .Select(each => each.Id)
            .ToListAsync(cancel);
        var (investigations, decisions) = await CreditTraces.IdsAsync(db, accountId, cancel);
        var batches = await db
            .Facts.IgnoreQueryFilters()
            .Where(fact => fact.ContactId == id && fact.ImportBatchId != null)
            .Select(fact => fact.ImportBatchId!.Value)
            .Union(db.ImportedChanges.Where(each => each.Subject == nameof(Contact) && each.SubjectId == id).Select(each => each.BatchId))
            .ToListAsync(cancel);
        if (contact.CreatedByBatchId is { } created)
            batches.Add(created);
        return new(
            db,
            contact,
            name.Length > 1 && !isShared,
            [Texts(relations), Texts(consents), Texts(purchases), Texts(reviews), Texts(investigations), Texts(decisions)],
            batches
        );
    }

    /// <summary>Removes facts, relations, remarks on consents, what imports would give back, and what duplicates were found by.</summary>
    public async Task RemoveRecordsAsync(CancellationToken cancel)
    {
        var (account, contact) = (accountId, contactId);
        await db.Facts.IgnoreQueryFilters().Where(fact => fact.ContactId == contact).ExecuteDeleteAsync(cancel);
        await db
            .ContactRelations.IgnoreQueryFilters()
            .Where(each => each.FromId == contact || each.ToId == contact)
            .ExecuteDeleteAsync(cancel);
        await db
            .Consents.IgnoreQueryFilters()
            .Where(each => each.ContactId == contact)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.Note, (string?)null), cancel);
        await db.ImportedChanges.Where(each => each.Subject == nameof(Contact) && each.SubjectId == contact).ExecuteDeleteAsync(cancel);
        // The next scan finds again what is still one customer.
        var pairs = db.DuplicatePairs.Where(pair => pair.LeftId == account || pair.RightId == account);
        await pairs.Where(pair => pair.State == PairState.Open).ExecuteDeleteAsync(cancel);
        await pairs.ExecuteUpdateAsync(set => set.SetProperty(pair => pair.Signals, "[]"), cancel);
    }

    /// <summary>Blanks the person's name and numbers in texts about the account, and in rows that imports gave back.</summary>
    public async Task BlankTextsAsync(CancellationToken cancel)
    {
        var account = accountId;
        foreach (var text in said)
        {
            await db
                .FollowUps.IgnoreQueryFilters()
                .Where(each => each.AccountId == account && each.Summary.Contains(text))
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.Summary, each => each.Summary.Replace(text, Blank)), cancel);
            await db
                .ToDos.IgnoreQueryFilters()
                .Where(each => each.AccountId == account && each.What.Contains(text))
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.What, each => each.What.Replace(text, Blank)), cancel);
            await db
                .Facts.IgnoreQueryFilters()
                .Where(each =>
                    each.AccountId == account
                    && (each.Value.Contains(text) || each.Note!.Contains(text) || each.SettledReason!.Contains(text))
                )
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(each => each.Value, each => each.Value.Replace(text, Blank))
                            .SetProperty(each => each.Note, each => each.Note!.Replace(text, Blank))
                            .SetProperty(each => each.SettledReason, each => each.SettledReason!.Replace(text, Blank)),
                    cancel
                );
            await db
                .JointPurchases.IgnoreQueryFilters()
                .Where(each => each.AccountId == account && (each.What.Contains(text) || each.Note!.Contains(text)))
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(each => each.What, each => each.What.Replace(text, Blank))
                            .SetProperty(each => each.Note, each => each.Note!.Replace(text, Blank)),
                    cancel
                );
            await db
                .AccountMeasures.IgnoreQueryFilters()
                .Where(each => each.AccountId == account && each.Text.Contains(text))
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.Text, each => each.Text.Replace(text, Blank)), cancel);
            await db
                .LossReviews.IgnoreQueryFilters()
                .Where(each => each.AccountId == account && (each.Story.Contains(text) || each.Lesson.Contains(text)))
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(each => each.Story, each => each.Story.Replace(text, Blank))
                            .SetProperty(each => each.Lesson, each => each.Lesson.Replace(text, Blank)),
                    cancel
                );
            await CreditTraces.BlankAsync(db, account, text, Blank, cancel);
            await db
                .Accounts.IgnoreQueryFilters()
                .Where(each => each.Id == account && each.Note!.Contains(text))
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.Note, each => each.Note!.Replace(text, Blank)), cancel);
            await TracesInKeyAccountFile.BlankTextsAsync(db, account, text, cancel);
            await BlankImportsAsync(text, everywhere: reach.Contains(text), cancel);
        }
    }

    // A number is one person's; a name may be another one's in other files.
    private async Task BlankImportsAsync(string text, bool everywhere, CancellationToken cancel)
    {
        var some = batches;
        await db
            .RejectedRows.Where(row => (everywhere || some.Contains(row.BatchId)) && (row.Cells.Contains(text) || row.Args.Contains(text)))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.Cells, row => row.Cells.Replace(text, Blank))
                        .SetProperty(row => row.Args, row => row.Args.Replace(text, Blank)),
                cancel
            );
        await db
            .ImportBatches.Where(batch => (everywhere || some.Contains(batch.Id)) && batch.Findings.Contains(text))
            .ExecuteUpdateAsync(set => set.SetProperty(batch => batch.Findings, batch => batch.Findings.Replace(text, Blank)), cancel);
    }

    /// <summary>Lets go of the stored files of ended imports that brought the person.</summary>
    /// <returns>The files, to be removed once the transaction is through.</returns>
    public async Task<IReadOnlyList<string>> LetGoOfFilesAsync(CancellationToken cancel)
    {
        var some = batches;
        var ended = db.ImportBatches.Where(batch =>
            some.Contains(batch.Id)
            && batch.StoredAs != ""
            && (batch.State == ImportState.Done || batch.State == ImportState.Undone || batch.State == ImportState.Failed)
        );
        var stored = await ended.Select(batch => batch.StoredAs).ToListAsync(cancel);
        await ended.ExecuteUpdateAsync(
            set => set.SetProperty(batch => batch.StoredAs, "").SetProperty(batch => batch.Version, batch => batch.Version + 1),
            cancel
        );
        return stored;
    }

    /// <summary>Blanks the person in the audit log: that something was done stays, by whom and when; what it was about goes.</summary>
    /// <param name="words">What stands in the name's place.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task BlankAuditAsync(string words, CancellationToken cancel)
    {
        var (id, account) = ($"{contactId}", $"{accountId}");
        var (relations, consents, purchases) = (relationIds, consentIds, purchaseIds);
        var about = db.AuditEntries.Where(entry =>
            entry.Subject == nameof(Contact) && entry.SubjectId == id
            || entry.Subject == nameof(ContactRelation) && relations.Contains(entry.SubjectId)
            || entry.Subject == nameof(Consent) && consents.Contains(entry.SubjectId)
        );
        // Why somebody looked says nothing of the person, and must be answered for.
        await about
            .Where(entry => entry.Action != "revealed")
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Changes, ""), cancel);
        await about.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.SubjectName, words), cancel);

        var (reviews, investigations, decisions) = (reviewIds, investigationIds, decisionIds);
        foreach (var text in said)
        {
            await TracesInKeyAccountFile.BlankAuditAsync(db, accountId, text, cancel);
            await db
                .AuditEntries.Where(entry =>
                    (
                        entry.Subject == nameof(Contact) && entry.SubjectId == id
                        || (entry.Subject == nameof(Account) || entry.Subject == nameof(AccountMeasure)) && entry.SubjectId == account
                        || entry.Subject == nameof(JointPurchase) && purchases.Contains(entry.SubjectId)
                        || entry.Subject == nameof(LossReview) && reviews.Contains(entry.SubjectId)
                        || entry.Subject == nameof(CreditInvestigation) && investigations.Contains(entry.SubjectId)
                        || entry.Subject == nameof(CreditDecision) && decisions.Contains(entry.SubjectId)
                    ) && (entry.Changes.Contains(text) || entry.Subject == nameof(JointPurchase) && entry.SubjectName.Contains(text))
                )
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(entry => entry.Changes, entry => entry.Changes.Replace(text, Blank))
                            .SetProperty(
                                entry => entry.SubjectName,
                                entry => entry.Subject == nameof(JointPurchase) ? entry.SubjectName.Replace(text, Blank) : entry.SubjectName
                            ),
                    cancel
                );
        }
    }

    private static List<string> Texts(List<long> ids) => ids.ConvertAll(each => each.ToString(CultureInfo.InvariantCulture));
}
