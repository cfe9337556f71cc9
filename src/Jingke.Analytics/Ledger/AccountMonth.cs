namespace Jingke.Analytics.Ledger;

/// <summary>What month grain must know of an account's month beyond its rows. Needed once for each month in which the account has a line.</summary>
/// <param name="Account">Index of the account.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Orders">Orders with all their lines in this month and a positive net amount (without order number: account and day).</param>
/// <param name="LastOrderOn">Latest day with a positive line of such an order; null when there is none.</param>
/// <param name="FirstOn">First day with a line in the month, of whatever order.</param>
public readonly record struct AccountMonth(int Account, int Year, int Month, int Orders, DateOnly? LastOrderOn, DateOnly FirstOn)
{
    /// <summary>Months since year 0: 12 x year + month - 1.</summary>
    internal int Index => (Year * 12) + Month - 1;
}
