using System.Globalization;
using System.Text.RegularExpressions;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Xunit;
using static Jingke.Tests.Support.GivenSales;

namespace Jingke.Tests.Features.KeyAccounts;

/// <summary>The page on a real file, against the truth that was computed elsewhere.</summary>
public sealed partial class SuperstoreTests
{
    private static string File => Path.GetFullPath(Path.Combine(SourceTree.Root, "../shared/data/superstore_cn/orders.csv"));

    [Theory, EachDatabase]
    public async Task The_largest_customer_of_all_time_is_the_one_that_the_truth_names(Database database)
    {
        Assert.SkipUnless(System.IO.File.Exists(File), "../shared/data/superstore_cn is not there");
        await using var app = await JingkeApp.StartAsync(database);
        Line[] lines = [.. Read()];
        await app.GivenLinesAsync(lines);
        await app.LedgerWithLinesAsync(lines.Length);
        var client = await app.SignedInAsync(Role.Executive);

        var answer = await client.KeyAccountsAsync("?period=custom&from=2014-01-01&to=2017-12-31");

        var first = answer.GetProperty("rows")[0];
        Assert.Equal("徐婵-11005", first.GetProperty("name").GetString());
        Assert.Equal(82895.26m, Math.Round(first.GetProperty("netSales").GetDecimal(), 2));
        Assert.Equal(16117548.24m, Math.Round(answer.GetProperty("netSales").GetDecimal(), 2));
        Assert.Equal(790, answer.GetProperty("accounts").GetInt32());
    }

    // The file has commas inside quotes, but no line breaks.
    private static IEnumerable<Line> Read() =>
        System
            .IO.File.ReadLines(File)
            .Skip(1)
            .Select(line => Field().Matches(line).Select(field => field.Groups[1].Value).ToArray())
            .Select(fields => new Line(
                fields[5],
                fields[2],
                Math.Round(decimal.Parse(fields[16], NumberStyles.Float, CultureInfo.InvariantCulture), 4),
                fields[1]
            ));

    [GeneratedRegex("(?:^|,)(\"(?:[^\"]|\"\")*\"|[^,]*)")]
    private static partial Regex Field();
}
