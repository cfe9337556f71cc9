namespace Jingke.Domain.Imports;

/// <summary>What a file brings.</summary>
public enum ImportKind
{
    /// <summary>Lines of orders.</summary>
    Sales,

    /// <summary>Accounts.</summary>
    Accounts,

    /// <summary>Contacts.</summary>
    Contacts,

    /// <summary>Accounts and their contacts in one sheet.</summary>
    AccountsAndContacts,

    /// <summary>Invoices that customers have to pay, and what came in for them.</summary>
    Receivables,
}
