using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Households;

/// <summary>What members of a household bought together, the latest first.</summary>
internal sealed class JointPurchaseList(JingkeDbContext db)
{
    /// <summary>One page. Whoever asks has made sure that the account is in scope.</summary>
    public Task<Page<JointPurchaseRow>> RunAsync(long accountId, PageRequest wanted, CancellationToken cancel) =>
        db
            .JointPurchases.AsNoTracking()
            .Where(purchase => purchase.AccountId == accountId)
            .OrderByDescending(purchase => purchase.On)
            .ThenByDescending(purchase => purchase.Id)
            .Select(purchase => new JointPurchaseRow(
                purchase.Id,
                purchase.On,
                purchase.What,
                purchase.Amount,
                purchase.Members.OrderBy(member => member.ContactId).Select(member => member.Contact!.Name).ToList(),
                purchase.Note
            ))
            .ToPageAsync(wanted, cancel);
}

/// <summary>A joint purchase; the amount is in ten-thousandths, null when it is not known.</summary>
public sealed record JointPurchaseRow(long Id, DateOnly On, string What, long? Amount, IReadOnlyList<string> Members, string? Note);
