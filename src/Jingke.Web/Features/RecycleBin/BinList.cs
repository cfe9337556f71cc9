using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.RecycleBin;

/// <summary>What lies in the recycle bin and within the viewer's scope, the latest first.</summary>
internal sealed class BinList(JingkeDbContext db)
{
    /// <summary>Accounts in the bin.</summary>
    public Task<Page<DeletedAccount>> AccountsAsync(PageRequest wanted, CancellationToken cancel) => Accounts.ToPageAsync(wanted, cancel);

    /// <summary>All accounts in the bin, read one after another; for exports.</summary>
    public IAsyncEnumerable<DeletedAccount> AllAccounts() => Accounts.AsAsyncEnumerable();

    /// <summary>Contacts that were deleted by themselves; those of a deleted account come back with it.</summary>
    public Task<Page<DeletedContact>> ContactsAsync(PageRequest wanted, CancellationToken cancel) => Contacts.ToPageAsync(wanted, cancel);

    /// <summary>All such contacts, read one after another; for exports.</summary>
    public IAsyncEnumerable<DeletedContact> AllContacts() => Contacts.AsAsyncEnumerable();

    private IQueryable<DeletedAccount> Accounts =>
        db
            .Accounts.IgnoreQueryFilters([JingkeDbContext.BinFilter])
            .AsNoTracking()
            .Where(account => account.DeletedAt != null && account.MergedIntoId == null)
            .OrderByDescending(account => account.DeletedAt)
            .ThenByDescending(account => account.Id)
            .Select(account => new DeletedAccount(
                account.Id,
                account.Name,
                account.Code,
                account.OwnerId,
                account.NetSales,
                account.DeletedAt!.Value,
                account.DeletedById
            ));

    private IQueryable<DeletedContact> Contacts =>
        db
            .Contacts.IgnoreQueryFilters([JingkeDbContext.BinFilter])
            .AsNoTracking()
            .Where(contact => contact.DeletedAt != null)
            .OrderByDescending(contact => contact.DeletedAt)
            .ThenByDescending(contact => contact.Id)
            .Select(contact => new DeletedContact(
                contact.Id,
                contact.Name,
                contact.Title,
                contact.AccountId,
                contact.Account!.Name,
                contact.Account!.DeletedAt != null,
                contact.DeletedAt!.Value,
                contact.DeletedById
            ));
}

/// <summary>An account in the bin.</summary>
internal sealed record DeletedAccount(
    long Id,
    string Name,
    string? Code,
    Guid? OwnerId,
    long NetSales,
    DateTime DeletedAt,
    Guid? DeletedById
);

/// <summary>A contact in the bin.</summary>
internal sealed record DeletedContact(
    long Id,
    string Name,
    string? Title,
    long AccountId,
    string AccountName,
    bool AccountIsInBin,
    DateTime DeletedAt,
    Guid? DeletedById
);
