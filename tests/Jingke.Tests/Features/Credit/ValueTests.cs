using Jingke.Domain.Credit;
using Jingke.Domain.Facts;
using Jingke.Web.Data.Credit;
using Jingke.Web.Data.Facts;
using Jingke.Web.Ledger.Credit;
using Xunit;

namespace Jingke.Tests.Features.Credit;

public sealed class ValueTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Theory]
    // A twelfth x 45 / 30 x 1.0, the first two digits.
    [InlineData("B", 148_148.04, 18_000)]
    // 12,345.67 x 60 / 30 x 1.2 = 29,629.6.
    [InlineData("A", 148_148.04, 29_000)]
    // 10 x 30 / 30 x 0.5.
    [InlineData("C", 120, 5)]
    [InlineData("D", 148_148.04, 0)]
    [InlineData("A", -600, 0)]
    public void A_limit_is_what_is_bought_within_the_term_times_the_factor(string rating, double sales, long limit)
    {
        var proposal = CreditProposal.Of(CreditRules.Default, rating, (long)(sales * 10_000));

        Assert.Equal(limit * 10_000, proposal!.Limit);
    }

    [Fact]
    public void Without_a_rating_nothing_is_proposed() => Assert.Null(CreditProposal.Of(CreditRules.Default, null, 1_000_000));

    [Fact]
    public void Our_own_books_come_first_then_what_was_observed_last()
    {
        var item = DefaultScoreItems.All().Single(each => each is { Card: ScorecardKind.Credit, Key: "history-with-us" });
        var found = new Observed(0.25, new(2026, 6, 1), false, 7, "");
        var known = new Observed(1, new(2026, 6, 2), false, null, "");

        Assert.Equal((0.9, ValueSource.Own), Of(0.9, found, known));
        Assert.Equal((1, ValueSource.Fact), Of(null, found, known));
        Assert.Equal((0.25, ValueSource.Finding), Of(null, found, known with { On = found.On }));
        Assert.Equal((null, ValueSource.None), Of(null, null, null));
        // Twelve months to the day still hold; what the card itself calls stale does not.
        Assert.Equal((0.25, ValueSource.Finding), Of(null, found with { On = new(2025, 6, 15) }, null));
        Assert.Equal((null, ValueSource.Finding), Of(null, found with { On = new(2025, 6, 14) }, null));
        Assert.Equal((null, ValueSource.Fact), Of(null, null, known with { IsStale = true }));

        (double?, ValueSource) Of(double? own, Observed? finding, Observed? fact) =>
            ItemValue.Of(item, own, finding, fact, Today) is var value ? (value.Value, value.Source) : default;
    }

    [Theory]
    [InlineData("opinion-of-bank", "excellent", 1.0)]
    [InlineData("opinion-of-bank", "weak", 0.25)]
    [InlineData("production-scale", "medium", 0.5)]
    [InlineData("stock-turnover", "normal", 0.75)]
    [InlineData("history-with-us", "bad-debt", 0.0)]
    [InlineData("history-with-us", "none-yet", null)]
    public void A_choice_of_the_card_is_worth_its_place(string field, string choice, double? value) =>
        Assert.Equal(value, Observed.ValueOf(DefaultCatalogue.Fields().Single(each => each.Key == field), choice));

    [Fact]
    public void The_shipped_cards_can_be_used_and_read_fields_that_exist()
    {
        var fields = DefaultCatalogue.Fields().ToDictionary(field => field.Key);

        foreach (var card in Enum.GetValues<ScorecardKind>())
        {
            List<ScoreItem> items = [.. DefaultScoreItems.All().Where(item => item.Card == card)];
            Assert.Empty(CardSheet.CardOf(items, CreditRules.Default)!.Problems());
            Assert.Equal(100, items.Sum(item => item.Weight));
            Assert.All(items, item => Assert.True(item.FieldKey is null || fields[item.FieldKey].Choices.Count > 1, item.Key));
        }
    }
}
