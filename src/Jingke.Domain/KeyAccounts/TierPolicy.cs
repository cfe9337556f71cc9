namespace Jingke.Domain.KeyAccounts;

/// <summary>How accounts of a tier are looked after and sold to.</summary>
/// <param name="ContactDays">Days within which an account is to be contacted in any way.</param>
/// <param name="VisitDays">Days within which it is to be visited.</param>
/// <param name="Who">Who calls on it, in the company's own words.</param>
/// <param name="Terms">Discount, terms of payment and service, in the company's own words.</param>
public sealed record TierPolicy(int ContactDays, int VisitDays, string Who, string Terms)
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaximumLength = 1000;

    /// <summary>Days by which the last contact is too long ago; null when it is not. Who was never contacted is late without a number: 0.</summary>
    public int? ContactLate(DateOnly? lastOn, DateOnly today) => Late(lastOn, ContactDays, today);

    /// <summary>Days by which the last visit is too long ago; null when it is not. Who was never visited is late without a number: 0.</summary>
    public int? VisitLate(DateOnly? lastOn, DateOnly today) => Late(lastOn, VisitDays, today);

    private static int? Late(DateOnly? lastOn, int days, DateOnly today) =>
        lastOn is not { } last ? 0
        : today.DayNumber - last.DayNumber - days is > 0 and var late ? late
        : null;
}
