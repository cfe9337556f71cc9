using Jingke.Domain.Accounts;
using Jingke.Tests.Support;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Tests.Features.Accounts;

/// <summary>Accounts put into the database for tests of their pages.</summary>
internal static class GivenAccounts
{
    public static readonly DateTime At = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    public static Task<long> GivenAccountAsync(
        this JingkeApp app,
        string name,
        AccountDescription? about = null,
        Guid? owner = null,
        long? team = null,
        Tier? tier = null,
        long netSales = 0,
        DateOnly? lastOrderOn = null
    ) =>
        app.WithDbAsync(async db =>
        {
            var account = new Account(AccountKind.Company, name, At);
            account.Describe(about ?? new(), At);
            account.AssignTo(owner, team, At);
            db.Add(account);
            await db.SaveChangesAsync();
            await db
                .Accounts.Where(each => each.Id == account.Id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(each => each.Tier, tier)
                        .SetProperty(each => each.NetSales, netSales)
                        .SetProperty(each => each.LastOrderOn, lastOrderOn)
                );
            return account.Id;
        });

    public static Task<Account> AccountAsync(this JingkeApp app, long id) =>
        app.WithDbAsync(db =>
            db.Accounts.IgnoreQueryFilters([JingkeDbContext.BinFilter]).AsNoTracking().SingleAsync(account => account.Id == id)
        );
}
