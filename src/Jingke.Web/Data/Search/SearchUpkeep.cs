using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Jingke.Web.Data.Search;

/// <summary>Tells which accounts a save makes findable in another way.</summary>
internal static class SearchUpkeep
{
    private static readonly HashSet<string> Indexed =
    [
        nameof(Account.Name),
        nameof(Account.ShortName),
        nameof(Account.FormerNames),
        nameof(Account.Code),
        nameof(Account.CreditCode),
        nameof(Account.Phone),
        nameof(Contact.Mobile),
        nameof(Contact.Email),
        nameof(Contact.DeletedAt),
    ];

    /// <summary>Notes the accounts to index again; their identifiers can be asked for once new rows have theirs.</summary>
    public static Func<IReadOnlyCollection<long>> Changed(ChangeTracker tracker)
    {
        var accounts = new List<Account>();
        var contacts = new List<Contact>();
        foreach (var entry in tracker.Entries())
        {
            if (!Matters(entry))
                continue;
            if (entry.Entity is Account account)
                accounts.Add(account);
            else if (entry.Entity is Contact contact)
                contacts.Add(contact);
        }
        return () => [.. accounts.Select(account => account.Id), .. contacts.Select(contact => contact.AccountId)];
    }

    private static bool Matters(EntityEntry entry) =>
        entry.Entity is Account or Contact
        && (
            entry.State is EntityState.Added or EntityState.Deleted
            || (
                entry.State == EntityState.Modified
                && entry.Properties.Any(property => property.IsModified && Indexed.Contains(property.Metadata.Name))
            )
        );
}
