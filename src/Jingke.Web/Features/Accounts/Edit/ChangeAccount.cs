using Jingke.Domain;
using Jingke.Domain.Access;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.Ownership;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Edit;

/// <summary>
/// Changes an account, unless someone else changed it since it was read. Values of the catalogue's fields are recorded as facts, known at
/// first hand today; what was there stays in their history. With another owner, open to-dos go along.
/// </summary>
internal sealed class ChangeAccount(
    JingkeDbContext db,
    AccountChecks checks,
    RecordFacts facts,
    OutdateFacts outdate,
    CatalogueInForce catalogue,
    CurrentUser user,
    PeopleDirectory people,
    TimeProvider time
)
{
    /// <summary>Saves the changes, all or none.</summary>
    /// <param name="id">The account.</param>
    /// <param name="input">As it shall be.</param>
    /// <param name="more">Further facts, which go before what the input says of their fields.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>What became of each value of the catalogue's fields.</returns>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c>, <c>account.owner-unknown</c>, and those of <see cref="AccountChecks"/></exception>
    /// <exception cref="RecordFacts.Refused">A value cannot be read, or its field is unknown or not for this person.</exception>
    public async Task<IReadOnlyList<RecordFacts.Outcome>> RunAsync(
        long id,
        AccountInput input,
        IReadOnlyList<RecordFacts.Given> more,
        CancellationToken cancel
    )
    {
        await using var work = await db.BeginFactsAsync(id, cancel);
        var account = await db.AccountToChangeAsync(id, cancel);
        if (account.Version != input.Version)
            throw new DbUpdateConcurrencyException("The account has another version.");
        await checks.RunAsync(input, account, cancel);

        var parts = DescribedFields.Of(account, input.Describe(), catalogue.Current, user.Viewer, more);
        if (parts.Emptied.Count > 0)
            await outdate.EmptiedAsync(account, parts.Emptied, cancel);
        if (parts.Given.Count > 0)
            await outdate.ReplacedAsync(account, parts.Given, cancel);

        var now = time.GetUtcNow().UtcDateTime;
        account.Rename(input.Name!);
        account.Describe(parts.Rest, now);
        await AssignAsync(account, input, now, cancel);
        await db.SaveChangesAsync(cancel);

        var outcomes = await facts.WithinAsync(account, [.. parts.Given, .. more], new(), cancel);
        await work.CommitAsync(cancel);
        return outcomes;
    }

    private async Task AssignAsync(Account account, AccountInput input, DateTime now, CancellationToken cancel)
    {
        if (!user.Viewer.May(Permission.AssignAccounts) || !user.Viewer.AnswersFor(account) || input.OwnerId == account.OwnerId)
            return;
        var owner = people.Current.Find(input.OwnerId);
        if (input.OwnerId is not null && owner is not { IsActive: true })
            throw new RuleException("account.owner-unknown");
        if (owner is not null)
            await db.HandToAsync([account], owner.Id, cancel);
        account.AssignTo(input.OwnerId, owner is null ? account.TeamId : owner.TeamId, now, user.Id);
    }
}
