using Jingke.Domain;
using Jingke.Domain.Access;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;

namespace Jingke.Web.Features.Accounts.Edit;

/// <summary>Adds an account. Who may not assign becomes responsible for it; otherwise it would vanish from their sight.</summary>
internal sealed class CreateAccount(JingkeDbContext db, AccountChecks checks, CurrentUser user, PeopleDirectory people, TimeProvider time)
{
    /// <summary>Saves the account.</summary>
    /// <returns>The new account's identifier.</returns>
    /// <exception cref="RuleException"><c>account.owner-unknown</c>, and those of <see cref="AccountChecks"/></exception>
    public async Task<long> RunAsync(AccountInput input, CancellationToken cancel)
    {
        await checks.RunAsync(input, own: null, cancel);
        var ownerId = user.Viewer.May(Permission.AssignAccounts) ? input.OwnerId : user.Id;
        var owner = people.Current.Find(ownerId);
        if (ownerId is not null && owner is not { IsActive: true })
            throw new RuleException("account.owner-unknown");

        var now = time.GetUtcNow().UtcDateTime;
        var account = new Account(input.Kind, input.Name!, now, user.Id);
        account.Describe(input.Describe(), now);
        account.AssignTo(ownerId, owner is null ? user.Person?.TeamId : owner.TeamId, now);
        db.Add(account);
        await db.SaveChangesAsync(cancel);
        return account.Id;
    }
}
