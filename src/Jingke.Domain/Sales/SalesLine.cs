using Jingke.Domain.Accounts;

namespace Jingke.Domain.Sales;

/// <summary>A line of an order that an account placed. The key is (account, id), so that the table can be distributed by account.</summary>
public sealed class SalesLine : RecordedSale, IOfAccount
{
    /// <summary>Who bought.</summary>
    public long AccountId { get; init; }

    /// <summary>Who bought.</summary>
    public Account? Account { get; init; }
}
