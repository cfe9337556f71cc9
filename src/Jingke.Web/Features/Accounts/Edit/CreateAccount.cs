using Jingke.Domain;
using Jingke.Domain.Access;
using Jingke.Domain.Accounts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.People;

namespace Jingke.Web.Features.Accounts.Edit;

/// <summary>
/// Adds an account; what is said of the catalogue's fields becomes its first facts, known at first hand today. Who may not assign becomes
/// responsible for it; otherwise it would vanish from their sight.
/// </summary>
internal sealed class CreateAccount(
    JingkeDbContext db,
    AccountChecks checks,
    RecordFacts facts,
    CatalogueInForce catalogue,
    CurrentUser user,
    PeopleDirectory people,
    TimeProvider time
)
{
    /// <summary>Saves the account, with all or nothing of its facts.</summary>
    /// <param name="input">The account.</param>
    /// <param name="more">Further facts, which go before what the input says of their fields.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The new account's identifier.</returns>
    /// <exception cref="RuleException"><c>account.owner-unknown</c>, and those of <see cref="AccountChecks"/></exception>
    /// <exception cref="RecordFacts.Refused">A value cannot be read, or its field is unknown or not for this person.</exception>
    public async Task<long> RunAsync(AccountInput input, IReadOnlyList<RecordFacts.Given> more, CancellationToken cancel)
    {
        await checks.RunAsync(input, own: null, cancel);
        var ownerId = user.Viewer.May(Permission.AssignAccounts) ? input.OwnerId : user.Id;
        var owner = people.Current.Find(ownerId);
        if (ownerId is not null && owner is not { IsActive: true })
            throw new RuleException("account.owner-unknown");

        var now = time.GetUtcNow().UtcDateTime;
        var account = new Account(input.Kind, input.Name!, now, user.Id);
        var parts = DescribedFields.Of(account, input.Describe(), catalogue.Current, user.Viewer, more);
        account.Describe(parts.Rest, now);
        account.AssignTo(ownerId, owner is null ? user.Person?.TeamId : owner.TeamId, now, user.Id);
        await using var work = await db.Database.BeginTransactionAsync(cancel);
        db.Add(account);
        await db.SaveChangesAsync(cancel);
        // Nothing contradicts a first value; even one that is asked about is better than none.
        foreach (var outcome in await facts.WithinAsync(account, [.. parts.Given, .. more], new(), cancel))
            if (outcome is { ContactId: null, Field.Column: { } column, Slot: { Knowledge: Knowledge.Disputed, Facts: [var only] } })
                account.Repeat(column, only.Fact.Value, now);
        await db.SaveChangesAsync(cancel);
        await work.CommitAsync(cancel);
        return account.Id;
    }
}
