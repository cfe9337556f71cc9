using Jingke.Domain;
using Jingke.Domain.Access;
using Jingke.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Access;

/// <summary>
/// Which of the accounts that a viewer sees they may change, with all that belongs to them: those in scope for the sake of owner, team or
/// role, and those that were shared with the right to change. Decided here and nowhere else; whether the role changes accounts at all is
/// the policy of the route.
/// </summary>
internal static class Changeable
{
    /// <summary>Whether the viewer answers for the account, by owner, team or role: they may also share it and hand it on.</summary>
    public static bool AnswersFor(this Viewer viewer, Account account) =>
        viewer.SeesOwner(account.OwnerId) || viewer.SeesTeam(account.TeamId);

    /// <summary>Whether the viewer may change the account.</summary>
    public static bool MayChange(this Viewer viewer, Account account) => viewer.MayChange(account.Id, account.OwnerId, account.TeamId);

    /// <summary>Whether the viewer may change an account of which only this was read.</summary>
    public static bool MayChange(this Viewer viewer, long accountId, Guid? ownerId, long? teamId) =>
        viewer.SeesOwner(ownerId) || viewer.SeesTeam(teamId) || viewer.EditableSharedIds.Contains(accountId);

    /// <summary>
    /// Whether the viewer may write down what they found out about the account's credit: finance of every account in scope, others of those
    /// that they may change.
    /// </summary>
    public static bool MayInvestigate(this Viewer viewer, Account account) =>
        viewer.May(Permission.DecideCredit) || viewer.May(Permission.EditAccounts) && viewer.MayChange(account);

    /// <summary>Accounts that the context's viewer may change; what is merely shown to them is left out.</summary>
    public static IQueryable<Account> ChangeableAccounts(this JingkeDbContext db)
    {
        if (db.Viewer.SharedAccountIds.Count == 0)
            return db.Accounts;

        var (own, teams, shared) = (db.Viewer.UserId, db.Viewer.TeamIds, db.Viewer.EditableSharedIds);
        return db.Accounts.Where(account => account.OwnerId == own || teams.Contains(account.TeamId!.Value) || shared.Contains(account.Id));
    }

    /// <summary>Accounts that the context's viewer answers for: for what is done to many at once and not left to those they are shared with.</summary>
    public static IQueryable<Account> AnsweredAccounts(this JingkeDbContext db)
    {
        if (db.Viewer.SharedAccountIds.Count == 0)
            return db.Accounts;

        var (own, teams) = (db.Viewer.UserId, db.Viewer.TeamIds);
        return db.Accounts.Where(account => account.OwnerId == own || teams.Contains(account.TeamId!.Value));
    }

    /// <summary>The account with an identifier, for changing it or what belongs to it.</summary>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c> (name): it is shared with the viewer to be read.</exception>
    public static async Task<Account> AccountToChangeAsync(this JingkeDbContext db, long id, CancellationToken cancel)
    {
        var account =
            await db.Accounts.SingleOrDefaultAsync(each => each.Id == id, cancel) ?? throw new NotFoundException(nameof(Account), id);
        return db.Viewer.MayChange(account) ? account : throw new RuleException("account.only-shown", account.Name);
    }

    /// <summary>As <see cref="AccountToChangeAsync"/>, for what only those do who answer for the account: sharing it, locking it, handing it on.</summary>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shared</c> (name)</exception>
    public static async Task<Account> AccountToAnswerForAsync(this JingkeDbContext db, long id, CancellationToken cancel)
    {
        var account =
            await db.Accounts.SingleOrDefaultAsync(each => each.Id == id, cancel) ?? throw new NotFoundException(nameof(Account), id);
        return db.Viewer.AnswersFor(account) ? account : throw new RuleException("account.only-shared", account.Name);
    }
}
