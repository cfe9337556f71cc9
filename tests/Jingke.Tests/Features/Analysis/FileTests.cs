using System.Net;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Features.Analysis;

public sealed class FileTests
{
    private static readonly string[] Files =
    [
        "/analysis/export",
        "/analysis/years/export",
        "/analysis/by/region/export",
        "/analysis/by/product/export",
        "/analysis/accounts/export",
        "/analysis/performance/export",
        "/analysis/extremes/export",
        "/analysis/forecast/export",
        "/analysis/forecast/model/export",
    ];

    [Theory, EachDatabase]
    public async Task Every_table_comes_as_csv_and_xlsx_and_is_noted(Database database)
    {
        await using var company = await SmallCompany.StartAsync(database);

        foreach (var address in Files)
        {
            using var csv = await company.Boss.GetAsync(
                new Uri($"{address}?format=csv", UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            var xlsx = await company.Boss.GetByteArrayAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

            Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
            Assert.Equal("PK"u8, xlsx.AsSpan(0, 2));
        }

        var noted = await company.App.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "exported"));
        Assert.Equal(2 * Files.Length, noted);
    }

    [Theory, EachDatabase]
    public async Task A_file_holds_the_rows_of_its_table(Database database)
    {
        await using var company = await SmallCompany.StartAsync(database);

        var accounts = await company.Boss.GetStringAsync(
            "/analysis/accounts/export?format=csv&dimension=size&group=%E4%B8%AD%E5%9E%8B",
            TestContext.Current.CancellationToken
        );
        var owners = await company.Boss.GetStringAsync("/analysis/by/owner/export?format=csv", TestContext.Current.CancellationToken);

        Assert.Contains("K3,珠江食品,550", accounts, StringComparison.Ordinal);
        Assert.DoesNotContain("东海", accounts, StringComparison.Ordinal);
        Assert.Contains("王,1,", owners, StringComparison.Ordinal);
        Assert.Contains("李,1,", owners, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_rep_takes_out_own_accounts_only(Database database)
    {
        await using var company = await SmallCompany.StartAsync(database);

        foreach (var address in Files)
        {
            var csv = await company.Li.GetStringAsync($"{address}?format=csv", TestContext.Current.CancellationToken);

            Assert.DoesNotContain("珠江", csv, StringComparison.Ordinal);
            Assert.DoesNotContain("秦岭", csv, StringComparison.Ordinal);
            Assert.DoesNotContain("广东", csv, StringComparison.Ordinal);
        }

        using var guessed = await company.Li.GetAsync(
            new Uri("/analysis/accounts/export?format=csv&dimension=province&group=440000", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.NotFound, guessed.StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Nobody_takes_a_file_without_signing_in(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenUserAsync(Role.Administrator);
        using var nobody = app.NewClient();

        foreach (var address in Files)
        {
            using var answer = await nobody.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        }
    }
}
