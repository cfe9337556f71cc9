namespace Jingke.Domain.Contacts;

/// <summary>What people do when an account buys 采购角色; one person may do several. After Webster and Wind's buying centre.</summary>
[Flags]
public enum BuyingRoles
{
    /// <summary>Nothing that we know of.</summary>
    None = 0,

    /// <summary>发起人: says first that something is needed.</summary>
    Initiator = 1,

    /// <summary>决策人: has the last word.</summary>
    Decider = 2,

    /// <summary>影响者: is listened to, sets requirements, compares offers.</summary>
    Influencer = 4,

    /// <summary>使用者: works with what is bought.</summary>
    User = 8,

    /// <summary>采购人: negotiates and orders.</summary>
    Buyer = 16,

    /// <summary>把关人: decides who and what gets through to the others.</summary>
    Gatekeeper = 32,
}

/// <summary>How a person stands to us.</summary>
public enum Attitude
{
    /// <summary>支持</summary>
    Supports,

    /// <summary>中立</summary>
    Neutral,

    /// <summary>反对</summary>
    Opposes,
}
