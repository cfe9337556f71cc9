using Jingke.Domain.Accounts;
using Jingke.Tests.Support;
using Jingke.Web.Common;
using Xunit;

namespace Jingke.Tests.Common;

public sealed class PagingTests
{
    [Theory]
    [EachDatabase]
    public async Task A_page_knows_its_rows_and_the_length_of_the_list(Database kind)
    {
        await using var app = await JingkeApp.StartAsync(kind);
        await app.WithDbAsync(db =>
        {
            db.AddRange(Enumerable.Range(1, 60).Select(number => new Account(AccountKind.Company, $"A{number:00}", DateTime.UnixEpoch)));
            return db.SaveChangesAsync();
        });

        var first = await PageAsync(app, 1);
        var last = await PageAsync(app, 3);
        var beyond = await PageAsync(app, 99);

        Assert.Equal(("A01", 25, 60L, 3L), (first.Rows[0], first.Rows.Count, first.Total, first.Last));
        Assert.Equal(("A51", 10, 60L), (last.Rows[0], last.Rows.Count, last.Total));
        Assert.Equal((3, "A51"), (beyond.Number, beyond.Rows[0]));
        Assert.False(first.IsAtLeast);
    }

    [Theory]
    [EachDatabase]
    public async Task An_empty_list_has_one_empty_page(Database kind)
    {
        await using var app = await JingkeApp.StartAsync(kind);

        var page = await PageAsync(app, 5);

        Assert.Equal((1, 0, 0L), (page.Number, page.Rows.Count, page.Total));
    }

    private static Task<Page<string>> PageAsync(JingkeApp app, int number) =>
        app.WithDbAsync(db =>
            db.Accounts.OrderBy(account => account.Name)
                .Select(account => account.Name)
                .ToPageAsync(new PageRequest(number, 25), CancellationToken.None)
        );
}
