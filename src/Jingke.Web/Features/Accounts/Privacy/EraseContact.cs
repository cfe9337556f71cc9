using System.Globalization;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.Privacy;

/// <summary>
/// Erases what is held on a contact and keeps the trade: account, orders and follow-ups stay, without the person. Not reversible. What
/// lies outside the database that is in use (copies, files on people's computers) is not reached; the page says so.
/// </summary>
internal sealed class EraseContact(
    JingkeDbContext db,
    VetFacts vet,
    ImportFiles files,
    TimeProvider time,
    IStringLocalizer<PrivacyTexts> words
)
{
    /// <summary>Erases.</summary>
    /// <exception cref="NotFoundException">There is no such contact of the account in the viewer's scope, or it was erased before.</exception>
    /// <exception cref="RuleException"><c>account.only-shared</c> (name), <c>erase.name-differs</c> (name)</exception>
    public async Task RunAsync(long accountId, long contactId, EraseInput input, CancellationToken cancel)
    {
        await using var work = await db.BeginFactsAsync(accountId, cancel);
        var account = await db.AccountToAnswerForAsync(accountId, cancel);
        var contact = await ContactAsync(db, accountId, contactId, cancel);
        if (input.Name?.Trim() != contact.Name)
            throw new RuleException("erase.name-differs", contact.Name);

        var traces = await TracesOfPerson.OfAsync(db, contact, cancel);
        await traces.RemoveRecordsAsync(cancel);
        await traces.BlankTextsAsync(cancel);
        var stored = await traces.LetGoOfFilesAsync(cancel);

        contact.Restore();
        contact.Erase(words["ErasedPerson"], time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
        // Only now: saving wrote down what it replaced.
        await traces.BlankAuditAsync(contact.Name, cancel);
        Note(contact, input);
        await VetAsync(account, cancel);
        await work.CommitAsync(cancel);
        foreach (var file in stored)
            files.Remove(file);
    }

    /// <summary>A contact that can be erased, also in the recycle bin.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public static async Task<Contact> ContactAsync(JingkeDbContext db, long accountId, long contactId, CancellationToken cancel) =>
        await db
            .Contacts.IgnoreQueryFilters([JingkeDbContext.BinFilter])
            .SingleOrDefaultAsync(each => each.Id == contactId && each.AccountId == accountId && each.ErasedAt == null, cancel)
        ?? throw new NotFoundException(nameof(Contact), contactId);

    private void Note(Contact contact, EraseInput input)
    {
        var details = new Dictionary<string, object?> { ["EraseReason"] = input.Reason };
        if (!string.IsNullOrWhiteSpace(input.Words))
            details["RevealWords"] = input.Words.Trim();
        db.Note("erased", nameof(Contact), contact.Id.ToString(CultureInfo.InvariantCulture), contact.Name, details: details);
    }

    // What was known of the person counted in how well the account is known.
    private async Task VetAsync(Account account, CancellationToken cancel)
    {
        var verdict = await vet.RunAsync(db, account, cancel);
        await db.SaveChangesAsync(cancel);
        await VetFacts.KeepScoresAsync(db, account.Id, verdict.Scores, cancel);
    }
}
