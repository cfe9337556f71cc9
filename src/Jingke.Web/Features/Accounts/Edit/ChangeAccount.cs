using Jingke.Domain;
using Jingke.Domain.Access;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Edit;

/// <summary>Changes an account, unless someone else changed it since it was read.</summary>
internal sealed class ChangeAccount(JingkeDbContext db, AccountChecks checks, CurrentUser user, PeopleDirectory people, TimeProvider time)
{
    /// <summary>Saves the changes.</summary>
    /// <returns>The new version.</returns>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first.</exception>
    /// <exception cref="RuleException"><c>account.owner-unknown</c>, and those of <see cref="AccountChecks"/></exception>
    public async Task<int> RunAsync(long id, AccountInput input, CancellationToken cancel)
    {
        var account =
            await db.Accounts.SingleOrDefaultAsync(each => each.Id == id, cancel) ?? throw new NotFoundException(nameof(Account), id);
        if (account.Version != input.Version)
            throw new DbUpdateConcurrencyException("The account has another version.");
        await checks.RunAsync(input, account, cancel);

        var now = time.GetUtcNow().UtcDateTime;
        account.Rename(input.Name!);
        account.Describe(input.Describe(), now);
        if (user.Viewer.May(Permission.AssignAccounts) && input.OwnerId != account.OwnerId)
        {
            var owner = people.Current.Find(input.OwnerId);
            if (input.OwnerId is not null && owner is not { IsActive: true })
                throw new RuleException("account.owner-unknown");
            account.AssignTo(input.OwnerId, owner is null ? account.TeamId : owner.TeamId, now);
        }
        await db.SaveChangesAsync(cancel);
        return account.Version;
    }
}
