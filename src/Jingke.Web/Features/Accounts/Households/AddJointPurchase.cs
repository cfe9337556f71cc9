using System.Globalization;
using Jingke.Domain;
using Jingke.Domain.Contacts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Households;

/// <summary>Writes down what members of a household bought together.</summary>
internal sealed class AddJointPurchase(JingkeDbContext db)
{
    /// <summary>Adds the purchase.</summary>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope, or no such person at it.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c>, and those of <see cref="JointPurchase"/></exception>
    public async Task RunAsync(long accountId, JointPurchaseInput input, CancellationToken cancel)
    {
        await db.AccountToChangeAsync(accountId, cancel);
        var chosen = input
            .Members.Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Distinct()
            .ToList();
        var known = await db.Contacts.CountAsync(contact => contact.AccountId == accountId && chosen.Contains(contact.Id), cancel);
        if (known < chosen.Count)
            throw new NotFoundException(nameof(Contact), chosen[0]);
        var amount = input.Amount is { } units ? Money.FromUnits((decimal)units).TenThousandths : (long?)null;
        db.Add(new JointPurchase(accountId, input.On!.Value, input.What, amount, chosen, input.Note));
        await db.SaveChangesAsync(cancel);
    }
}
