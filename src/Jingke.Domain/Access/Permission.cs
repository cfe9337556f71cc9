namespace Jingke.Domain.Access;

/// <summary>Something a person may or may not do. Every route names one; each is an authorization policy of the same name.</summary>
public enum Permission
{
    /// <summary>See accounts, contacts and their sales, within the data scope.</summary>
    SeeAccounts,

    /// <summary>Create and edit accounts and contacts within the data scope.</summary>
    EditAccounts,

    /// <summary>Give accounts to another owner, also in bulk.</summary>
    AssignAccounts,

    /// <summary>Delete accounts to the recycle bin and restore them.</summary>
    DeleteAccounts,

    /// <summary>Read key accounts and analyses, within the data scope.</summary>
    Analyse,

    /// <summary>Take lists and analyses out as files; each export is recorded.</summary>
    Export,

    /// <summary>
    /// Bring files of receivables in, follow and undo their imports; of any kind with <see cref="ImportEverything"/>. Imports see the whole
    /// company's accounts.
    /// </summary>
    Import,

    /// <summary>Bring files of any kind in: sales, accounts, contacts. Without it only receivables.</summary>
    ImportEverything,

    /// <summary>Change tier rules and zones, start an evaluation.</summary>
    EditRules,

    /// <summary>Look after users and teams.</summary>
    ManageUsers,

    /// <summary>Change the organisation's settings and remove the sample data.</summary>
    ManageOrganisation,

    /// <summary>Read the audit log.</summary>
    SeeAudit,

    /// <summary>Have sensitive values of accounts that one may change shown, each time with a reason that is recorded.</summary>
    RevealPersonalData,

    /// <summary>Erase what is held on a person when they ask for it; not reversible.</summary>
    ErasePersonalData,

    /// <summary>Grant credit limits and terms, and change the scorecards and what each rating is granted.</summary>
    DecideCredit,
}
