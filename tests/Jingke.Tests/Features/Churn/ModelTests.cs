using System.Globalization;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Jingke.Tests.Features.Churn.ChurnCompany;
using static Jingke.Tests.Support.GivenSales;

namespace Jingke.Tests.Features.Churn;

public sealed class ModelTests
{
    private const int Customers = 120;

    [Theory, EachDatabase]
    public async Task With_enough_customers_a_model_tells_who_is_alive_and_what_is_at_stake(Database database)
    {
        await using var app = await GivenAsync(database);
        using var boss = await app.SignedInAsync(Role.Administrator);

        var all = new List<System.Text.Json.JsonElement>();
        for (var page = 1; page <= 2; page++)
            all.AddRange(
                (await JsonAsync(boss, $"/api/churn/accounts?state=all&size=100&page={page}")).GetProperty("rows").EnumerateArray()
            );
        var risk = await JsonAsync(boss, "/api/churn/accounts?state=risk&size=100");
        var text = await (await boss.GetAsync("/churn")).TextAsync();

        Assert.Equal(Customers, all.Count);
        Assert.True(risk.GetProperty("byModel").GetBoolean());
        Assert.All(all, row => Assert.InRange(row.GetProperty("alive").GetDouble(), 0, 1));
        Assert.All(all, row => Assert.True(row.GetProperty("expectedSales").GetDecimal() >= 0));
        // Three years are worth more than one, but less than three times as much.
        Assert.All(
            all.Where(row => row.GetProperty("expectedSales").GetDecimal() > 1),
            row => Assert.InRange(row.GetProperty("value").GetDecimal() / row.GetProperty("expectedSales").GetDecimal(), 0.9m, 3m)
        );
        // Who still orders is likelier alive than who stopped.
        Assert.True(Mean(all, even: true) > Mean(all, even: false) + 0.3);
        var stakes = risk.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("atStake").GetDecimal()).ToList();
        Assert.Equal(stakes.OrderDescending(), stakes);
        Assert.Contains("且存活概率低于 20%", text, StringComparison.Ordinal);
        Assert.NotEmpty(stakes);
        foreach (var row in risk.GetProperty("rows").EnumerateArray())
        {
            var (alive, expected) = (row.GetProperty("alive").GetDecimal(), row.GetProperty("expectedSales").GetDecimal());
            Assert.Equal((double)(expected / alive * (1 - alive)), (double)row.GetProperty("atStake").GetDecimal(), 0.01);
            Assert.Contains("存活概率", row.GetProperty("why").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory, EachDatabase]
    public async Task The_model_page_shows_the_measured_error_and_how_many_customers_only_to_those_who_see_all(Database database)
    {
        await using var app = await GivenAsync(database);
        using var boss = await app.SignedInAsync(Role.Administrator);
        var rep = await app.GivenUserAsync(Role.Rep, "李");
        await app.WithDbAsync(async db =>
        {
            await db
                .Accounts.Where(account => account.Name == "客户000")
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.OwnerId, rep.Id));
            await db.RaiseStampAsync(ChangeStamp.Accounts, CancellationToken.None);
        });
        using var li = await app.SignedInAsync(rep);
        await Eventually.TrueAsync(
            async () => (await JsonAsync(li, "/api/churn/accounts")).GetProperty("total").GetInt32() == 1,
            "the rep to see the account"
        );

        var page = await (await boss.GetAsync("/churn/model")).TextAsync();
        var answer = await JsonAsync(boss, "/api/churn/model");
        var seen = await (await li.GetAsync("/churn/model")).TextAsync();

        Assert.Equal("Used", answer.GetProperty("use").GetString());
        var models = answer.GetProperty("models").EnumerateArray().ToList();
        Assert.Equal(4, models.Count);
        Assert.DoesNotContain(
            models,
            model => model.GetProperty("name").GetString() == "BG/NBD" && model.GetProperty("forRanking").GetBoolean()
        );
        Assert.Equal(1, models.Count(model => model.GetProperty("forRanking").GetBoolean()));
        Assert.InRange(
            models.Single(model => model.GetProperty("forRanking").GetBoolean()).GetProperty("rankingByAlive").GetDouble(),
            0.6,
            1
        );
        Assert.Equal(
            answer.GetProperty("customers").GetInt32(),
            answer.GetProperty("classes").EnumerateArray().Sum(each => each.GetProperty("customers").GetInt32())
        );
        Assert.Contains($"检验时有 {answer.GetProperty("customers").GetInt32()} 家客户", page, StringComparison.Ordinal);
        Assert.Contains("哪里不太可靠", page, StringComparison.Ordinal);
        Assert.DoesNotContain("检验时有", seen, StringComparison.Ordinal);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await JsonAsync(li, "/api/churn/model")).GetProperty("customers").ValueKind);
    }

    private static double Mean(List<System.Text.Json.JsonElement> rows, bool even) =>
        rows.Where(row => (int.Parse(row.GetProperty("name").GetString()![2..], CultureInfo.InvariantCulture) % 2 == 0) == even)
            .Average(row => row.GetProperty("alive").GetDouble());

    /// <summary>Every second customer orders at its own pace to the end, the others stop after some orders.</summary>
    private static async Task<JingkeApp> GivenAsync(Database database)
    {
        var app = await JingkeApp.StartAsync(database);
        await app.WithDbAsync(async db =>
        {
            db.AddRange(
                Enumerable.Range(0, Customers).Select(each => new Account(AccountKind.Company, $"客户{each:000}", DateTime.UnixEpoch))
            );
            await db.SaveChangesAsync();
        });
        Line[] lines =
        [
            .. Enumerable
                .Range(0, Customers)
                .SelectMany(each =>
                {
                    var (pace, first) = (10 + (each * 7 % 60), new DateOnly(2023, 1, 1).AddDays(each * 13 % 300));
                    var last = each % 2 == 0 ? new DateOnly(2025, 6, 30) : first.AddDays(pace * (each % 9));
                    return Enumerable
                        .Range(0, 200)
                        .Select(order => first.AddDays((order * pace) + (order * each % 5)))
                        .TakeWhile(day => day <= last)
                        .Select((day, order) => new Line($"客户{each:000}", $"{day:yyyy-MM-dd}", 100 + each + (order * 31 % 50)));
                }),
        ];
        await app.GivenLinesAsync(lines);
        await app.LedgerWithLinesAsync(lines.Length);
        return app;
    }
}
