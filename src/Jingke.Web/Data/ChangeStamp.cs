namespace Jingke.Web.Data;

/// <summary>
/// A counter that rises, in the same transaction, whenever data that nodes keep in memory change.
/// A node compares it with what it has loaded and reloads when it is behind.
/// </summary>
public sealed class ChangeStamp
{
    /// <summary>Sales lines changed: the ledger must be rebuilt.</summary>
    public const string Sales = "sales";

    /// <summary>Accounts changed (name, owner, team, region …): the ledger's directory must be reloaded.</summary>
    public const string Accounts = "accounts";

    /// <summary>Tiers and figures of accounts were evaluated anew.</summary>
    public const string Evaluations = "evaluations";

    /// <summary>Users, teams or shares of accounts changed.</summary>
    public const string People = "people";

    /// <summary>Settings, zones, tier rules, fields of the catalogue or channels changed.</summary>
    public const string Settings = "settings";

    /// <summary>Invoices or what came in for them changed, or whose they are.</summary>
    public const string Receivables = "receivables";

    /// <summary>Scorecards, investigations or decisions on credit changed.</summary>
    public const string Credit = "credit";

    /// <summary>What it counts.</summary>
    public required string Name { get; init; }

    /// <summary>How often it changed.</summary>
    public long Value { get; set; }
}
