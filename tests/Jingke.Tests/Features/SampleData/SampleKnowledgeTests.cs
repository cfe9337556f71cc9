using Jingke.Domain.Facts;
using Jingke.Web.Data.Facts;
using Jingke.Web.Features.SampleData;
using Xunit;

namespace Jingke.Tests.Features.SampleData;

public sealed class SampleKnowledgeTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly SampleCompany Company = SampleCompany.Generate(Today);
    private static readonly SampleKnowledge Knowledge = SampleKnowledge.Generate(Company, Today);
    private static readonly Dictionary<string, FieldDefinition> Fields = DefaultCatalogue.Fields().ToDictionary(field => field.Key);

    [Fact]
    public void The_same_day_gives_the_same_knowledge()
    {
        var again = SampleKnowledge.Generate(Company, Today);

        Assert.Equal(Knowledge.Facts, again.Facts);
        Assert.Equal(Knowledge.Visits, again.Visits);
    }

    [Fact]
    public void Every_fact_can_be_read_by_its_field_and_comes_from_a_channel_that_ships()
    {
        var channels = DefaultCatalogue.Channels().Select(channel => channel.Key).ToHashSet();

        Assert.All(
            Knowledge.Facts.Where(fact => !fact.Text.StartsWith('@')),
            fact => Assert.NotNull(FieldReader.Read(Fields[fact.Field], fact.Text))
        );
        Assert.All(Knowledge.Facts, fact => Assert.Contains(fact.Channel, channels));
        Assert.All(Knowledge.Facts, fact => Assert.Equal(fact.Contact >= 0, Fields[fact.Field].Subject == FieldSubject.Contact));
        Assert.All(Knowledge.Facts, fact => Assert.True(fact.On <= Today));
    }

    [Fact]
    public void There_is_much_of_the_large_customers_and_little_of_the_small()
    {
        var sales = Company.Lines.Where(line => line.Account >= 0).ToLookup(line => line.Account);
        var counts = Knowledge.Facts.CountBy(fact => fact.Account).ToDictionary();
        var ranked = Enumerable
            .Range(0, Company.Accounts.Count)
            .OrderByDescending(account => sales[account].Sum(line => line.Amount))
            .Select(account => counts.GetValueOrDefault(account))
            .ToList();

        Assert.True(ranked.Take(100).Average() > 3 * ranked.TakeLast(200).Average());
        Assert.Contains(0, ranked.TakeLast(200));
    }

    [Fact]
    public void There_are_hearsay_single_occasions_stale_ones_and_slips()
    {
        Assert.InRange(Knowledge.Facts.Count(fact => !fact.IsFirstHand), 100, Knowledge.Facts.Count / 5);
        Assert.Contains(Knowledge.Facts, fact => fact.IsOneOff);
        Assert.InRange(
            Knowledge.Facts.Count(fact => Fields[fact.Field].ShelfLifeDays is { } days && fact.On.AddDays(days) < Today),
            200,
            Knowledge.Facts.Count / 2
        );
        Assert.Contains(Knowledge.Visits, visit => visit is { Next: not null, IsDone: false } && visit.NextOn < Today);
        Assert.All(Knowledge.Visits, visit => Assert.True(visit.On < Today));
    }
}
