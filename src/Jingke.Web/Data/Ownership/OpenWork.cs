using Jingke.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Ownership;

/// <summary>The open to-dos that the owner of an account has about it; they can go along when the account gets another owner.</summary>
internal static class OpenWork
{
    /// <summary>Gives the to-dos to the new owner, as part of the save that moves the accounts.</summary>
    /// <param name="db">The context; it is not saved here.</param>
    /// <param name="accounts">The accounts as they are before the move, in a number that a page shows.</param>
    /// <param name="ownerId">Who gets the accounts.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>Identifiers of the to-dos, by account.</returns>
    public static async Task<ILookup<long, long>> HandToAsync(
        this JingkeDbContext db,
        IReadOnlyCollection<Account> accounts,
        Guid ownerId,
        CancellationToken cancel
    )
    {
        var ids = accounts.Where(account => account.OwnerId is not null).Select(account => account.Id).ToList();
        var toDos = await db
            .ToDos.Where(toDo => ids.Contains(toDo.AccountId) && toDo.DoneAt == null && toDo.OwnerId == toDo.Account!.OwnerId)
            .ToListAsync(cancel);
        foreach (var toDo in toDos)
            toDo.HandTo(ownerId);
        return toDos.ToLookup(toDo => toDo.AccountId, toDo => toDo.Id);
    }
}
