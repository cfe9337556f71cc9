using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Tests.Support;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Facts;

/// <summary>The nightly vetting of everything, on a real database.</summary>
public sealed class VetAllFactsTests
{
    [Theory, EachDatabase]
    public async Task What_aged_becomes_stale_and_what_is_far_from_the_others_is_asked_about(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var (old, odd) = await app.WithDbAsync(async db =>
        {
            var employees = await db.FieldDefinitions.SingleAsync(field => field.Key == "employees");
            var visit = await db.Channels.SingleAsync(channel => channel.Key == "own-visit");
            var accounts = Enumerable
                .Range(0, 40)
                .Select(each => new Account(AccountKind.Company, $"客户{each}", now.AddDays(-9)))
                .ToList();
            db.AddRange(accounts);
            await db.SaveChangesAsync();
            for (var at = 0; at < accounts.Count; at++)
            {
                var (staff, age) = at switch
                {
                    0 => (150, 4000),
                    1 => (900_000, 1),
                    _ => (100 + at, 1),
                };
                var value = new FieldValue($"{staff}", staff * 10_000L);
                db.Add(
                    new Fact(accounts[at].Id, null, employees.Id, value, new(visit.Id, true, today.AddDays(-age)), now.AddDays(-1), null)
                );
            }
            await db.SaveChangesAsync();
            return (accounts[0].Id, accounts[1].Id);
        });
        var vetAll = app.Services.GetRequiredService<VetAllFacts>();

        // The first night there is nothing to compare with; the second night knows what is usual.
        var first = await vetAll.RunAsync(TestContext.Current.CancellationToken);
        var second = await vetAll.RunAsync(TestContext.Current.CancellationToken);
        var third = await vetAll.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal((40, 40, 40), (first.Accounts, first.Facts, first.Changed));
        Assert.Equal((1, 0), (second.Changed, third.Changed));
        await app.WithDbAsync(async db =>
        {
            Assert.Equal(FactStanding.Stale, (await db.Facts.SingleAsync(fact => fact.AccountId == old)).Standing);
            Assert.Equal(FactStanding.Disputed, (await db.Facts.SingleAsync(fact => fact.AccountId == odd)).Standing);
            Assert.Equal(38, await db.Facts.CountAsync(fact => fact.Standing == FactStanding.Accepted));
            Assert.Equal(38, await db.Accounts.CountAsync(account => account.Freshness == 1 && account.Completeness > 0));
            Assert.Equal(
                102,
                await db.Accounts.Where(account => account.Name == "客户2").Select(account => account.Employees).SingleAsync()
            );
            Assert.Equal(40, (await db.KnowledgeDays.SingleAsync()).Accounts);
        });
    }
}
