using System.Text.Json;
using Jingke.Domain.Duplicates;
using Jingke.Tests.Tabular;
using Jingke.Web.Data.Duplicates;
using Xunit;

namespace Jingke.Tests.Duplicates;

/// <summary>Customers of a shop with two numbers each: persons of one name, some of them two persons.</summary>
public sealed class SuperstorePeopleTests
{
    [Fact]
    public void All_customers_with_two_numbers_are_found_and_namesakes_are_named_as_such()
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(DataSets.PathOf("superstore_cn/expected.json")));
        var twice = expected.RootElement.GetProperty("names_with_more_than_one_id").EnumerateObject().Select(name => name.Name).ToHashSet();
        // Of the columns only the group of customers is the customer's own: places belong to orders.
        var customers = File.ReadLines(DataSets.PathOf("superstore_cn/orders.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(row => (Id: row[5], Name: row[6], Segment: row[7]))
            .Distinct()
            .ToList();
        var subjects = customers.ConvertAll(customer => ScanQuality.Named(customer.Name) with { Segment = customer.Segment });

        var found = PairScan.Run(subjects, null, TestContext.Current.CancellationToken);

        var output = TestContext.Current.TestOutputHelper!;
        foreach (var pair in found)
            output.WriteLine($"{customers[pair.Left]} {customers[pair.Right]} {pair.Judgement.Verdict} {pair.Judgement.Score:0.00}");
        Assert.Equal(790, customers.Count);
        Assert.Equal(twice.Order(), found.Select(pair => customers[pair.Left].Name).Order());
        Assert.All(found, pair => Assert.Equal(customers[pair.Left].Name, customers[pair.Right].Name));
        Assert.All(
            found,
            pair =>
                Assert.Equal(
                    customers[pair.Left].Segment == customers[pair.Right].Segment ? PairVerdict.Probable : PairVerdict.Namesake,
                    pair.Judgement.Verdict
                )
        );
        Assert.Contains(found, pair => pair.Judgement.Verdict == PairVerdict.Namesake);
    }
}
