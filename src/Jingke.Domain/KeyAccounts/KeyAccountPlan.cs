using Jingke.Domain.Accounts;

namespace Jingke.Domain.KeyAccounts;

/// <summary>
/// A plan for one key account and one fiscal year 年度计划, with the figures that were known when it was written. Saving it again is a new
/// row: the newest of a year holds, the first one is what was planned at the start.
/// </summary>
public sealed class KeyAccountPlan : IOfAccount
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaximumLength = 4000;

    /// <summary>The largest target: beyond it somebody mistook the unit.</summary>
    public const long LargestTarget = 1_000_000_000_000 * Money.PerUnit;

    private KeyAccountPlan() { }

    /// <summary>Plans a year.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="year">The calendar year in which the fiscal year begins.</param>
    /// <param name="target">Net sales aimed at, ten-thousandths.</param>
    /// <param name="aims">What is to be reached besides; may be empty.</param>
    /// <param name="strategy">How; may be empty.</param>
    /// <param name="at">When it was written.</param>
    /// <param name="byId">Who wrote it; null for the system.</param>
    /// <exception cref="RuleException">
    /// <c>key-account.year-outside</c>, <c>key-account.target-outside</c>, <c>key-account.too-long</c>
    /// </exception>
    public KeyAccountPlan(long accountId, int year, long target, string? aims, string? strategy, DateTime at, Guid? byId)
    {
        if (year is < 2000 or > 2100)
            throw new RuleException("key-account.year-outside");
        if (target is <= 0 or > LargestTarget)
            throw new RuleException("key-account.target-outside");

        (AccountId, Year, Target, At, ById) = (accountId, year, target, at, byId);
        (Aims, Strategy) = (PlanText.Of(aims, MaximumLength), PlanText.Of(strategy, MaximumLength));
    }

    /// <summary>Identifier, rising with time.</summary>
    public long Id { get; private set; }

    /// <inheritdoc/>
    public long AccountId { get; private set; }

    /// <inheritdoc/>
    public Account? Account { get; private set; }

    /// <summary>The calendar year in which the fiscal year begins.</summary>
    public int Year { get; private set; }

    /// <summary>Net sales aimed at, ten-thousandths.</summary>
    public long Target { get; private set; }

    /// <summary>What is to be reached besides; may be empty.</summary>
    public string Aims { get; private set; } = "";

    /// <summary>How it is to be reached; may be empty.</summary>
    public string Strategy { get; private set; } = "";

    /// <summary>When it was written.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who wrote it; null for the system.</summary>
    public Guid? ById { get; private set; }

    /// <summary>The day up to which sales were known then; null when none were.</summary>
    public DateOnly? AsOf { get; private set; }

    /// <summary>Net sales of the 12 months up to then, ten-thousandths.</summary>
    public long? NetSales { get; private set; }

    /// <summary>Forecast of the 12 months after, ten-thousandths; null when there was none.</summary>
    public long? Forecast { get; private set; }

    /// <summary>Notes what was known when it was written.</summary>
    public void KnownThen(DateOnly asOf, long netSales, long? forecast) => (AsOf, NetSales, Forecast) = (asOf, netSales, forecast);

    /// <summary>Whether it says what another one says.</summary>
    public bool SaysSameAs(KeyAccountPlan? other) =>
        other is not null && (Year, Target, Aims, Strategy) == (other.Year, other.Target, other.Aims, other.Strategy);
}
