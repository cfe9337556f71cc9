using Jingke.Domain.Accounts;

namespace Jingke.Domain.Pools;

/// <summary>The rules of a public pool. Days are those of the organisation; null means 'no limit' or 'never'.</summary>
public sealed record PoolRules
{
    /// <summary>Most days of any rule.</summary>
    public const int MaximumDays = 3_650;

    /// <summary>Accounts that one person may claim in a day.</summary>
    public int? ClaimsPerDay { get; init; }

    /// <summary>Accounts that a person may be responsible for 库容: with as many or more, nothing more is claimed.</summary>
    public int? HoldingLimit { get; init; }

    /// <summary>Days that pass before the former owner may claim an account again; on the last of them it may.</summary>
    public int WaitingDays { get; init; }

    /// <summary>Days before its return on which the owner is warned.</summary>
    public int WarningDays { get; init; } = 7;

    /// <summary>Days after an order during which an account is protected; null protects none.</summary>
    public int? ProtectedOrderDays { get; init; }

    /// <summary>Whether key accounts never fall into the pool.</summary>
    public bool ProtectsKeyAccounts { get; init; }

    /// <summary>When key accounts return.</summary>
    public ReturnRule Key { get; init; } = ReturnRule.Never;

    /// <summary>When rising accounts return.</summary>
    public ReturnRule Rising { get; init; } = ReturnRule.Never;

    /// <summary>When ordinary accounts return.</summary>
    public ReturnRule Ordinary { get; init; } = ReturnRule.Never;

    /// <summary>When accounts that cost more attention than they bring return.</summary>
    public ReturnRule LetGo { get; init; } = ReturnRule.Never;

    /// <summary>When accounts without a tier return.</summary>
    public ReturnRule Unrated { get; init; } = ReturnRule.Never;

    /// <summary>When accounts of a tier return.</summary>
    public ReturnRule Of(Tier? tier) =>
        tier switch
        {
            Tier.Key => Key,
            Tier.Rising => Rising,
            Tier.Ordinary => Ordinary,
            Tier.LetGo => LetGo,
            _ => Unrated,
        };

    /// <summary>The day on which an account falls into the pool, and why; null when it never does as things are.</summary>
    public Return? ReturnOf(HeldAccount account)
    {
        if (account.IsLocked || (ProtectsKeyAccounts && account.Tier == Tier.Key))
            return null;

        var rule = Of(account.Tier);
        Return? found = null;
        if (rule.ContactDays is { } contact)
            found = new(Later(account.Since, account.LastContactOn).AddDays(contact), ReturnReason.NoFollowUp, contact);
        if (rule.OrderDays is { } order && Later(account.Since, account.LastOrderOn).AddDays(order) is var day)
            if (found is null || day < found.On)
                found = new(day, ReturnReason.NoOrder, order);
        if (found is null || ProtectedOrderDays is not { } days || account.LastOrderOn is not { } last)
            return found;
        return found with { On = Later(found.On, last.AddDays(days)) };
    }

    /// <summary>Refuses rules that make no sense.</summary>
    /// <exception cref="RuleException"><c>pool.days-outside</c>, <c>pool.limit-outside</c></exception>
    public void Check()
    {
        int?[] days =
        [
            WaitingDays,
            WarningDays,
            ProtectedOrderDays,
            .. ((ReturnRule[])[Key, Rising, Ordinary, LetGo, Unrated]).SelectMany(rule => (int?[])[rule.ContactDays, rule.OrderDays]),
        ];
        if (days.Any(day => day is < 0 or > MaximumDays) || days.Skip(3).Any(day => day == 0))
            throw new RuleException("pool.days-outside", MaximumDays);
        if (ClaimsPerDay is < 1 || HoldingLimit is < 1)
            throw new RuleException("pool.limit-outside");
    }

    private static DateOnly Later(DateOnly one, DateOnly? other) => other is { } day && day > one ? day : one;
}

/// <summary>After how many days accounts of a tier return.</summary>
/// <param name="ContactDays">Days without follow-up, counted from the last one or from when the owner got the account; null for never.</param>
/// <param name="OrderDays">Days without an order, counted likewise; null for never.</param>
public sealed record ReturnRule(int? ContactDays, int? OrderDays)
{
    /// <summary>Accounts never return by themselves.</summary>
    public static ReturnRule Never { get; } = new(null, null);
}

/// <summary>What the rules look at.</summary>
/// <param name="Tier">Its tier.</param>
/// <param name="Since">The day on which its owner got it.</param>
/// <param name="LastContactOn">Day of the last follow-up.</param>
/// <param name="LastOrderOn">Day of the last order.</param>
/// <param name="IsLocked">Whether it is locked.</param>
public sealed record HeldAccount(Tier? Tier, DateOnly Since, DateOnly? LastContactOn, DateOnly? LastOrderOn, bool IsLocked);

/// <summary>A return by rule.</summary>
/// <param name="On">The day from which on the account falls into the pool.</param>
/// <param name="Reason">Which rule.</param>
/// <param name="Days">Its number of days.</param>
public sealed record Return(DateOnly On, ReturnReason Reason, int Days)
{
    /// <summary>As <see cref="OwnerMove.Reason"/> keeps it.</summary>
    public string Code => $"{(Reason == ReturnReason.NoFollowUp ? "no-follow-up" : "no-order")}:{Days}";
}

/// <summary>Which rule returns an account.</summary>
public enum ReturnReason
{
    /// <summary>Nobody was in contact with the customer.</summary>
    NoFollowUp,

    /// <summary>The customer ordered nothing.</summary>
    NoOrder,
}
