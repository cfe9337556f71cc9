namespace Jingke.Analytics.Ledger;

/// <summary>The attributes of an account that analyses group by.</summary>
public enum AccountAttribute
{
    /// <summary>Industry, by GB/T 4754 or the file's own words.</summary>
    Industry,

    /// <summary>Size class.</summary>
    Size,

    /// <summary>Ownership, such as state-owned or private.</summary>
    Ownership,

    /// <summary>The salesperson who owns the account.</summary>
    Owner,

    /// <summary>The owner's team.</summary>
    Team,

    /// <summary>Company or household.</summary>
    Kind,

    /// <summary>Where the account came from: a fair, a referral, a bought list.</summary>
    Source,
}
