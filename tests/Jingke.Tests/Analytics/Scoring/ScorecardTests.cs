using Jingke.Analytics.Scoring;
using Xunit;

namespace Jingke.Tests.Analytics.Scoring;

public class ScorecardTests
{
    private static readonly Scorecard Card = new(
        [
            new("turnover", 50, ScoreOrigin.Ledger),
            new("solvency", 30, ScoreOrigin.Fact),
            new("operator", 20, ScoreOrigin.Judgement, Grades: 5),
        ],
        [new("A", 80), new("B", 60), new("C", 40), new("D", 0)]
    );

    [Fact]
    public void A_full_card_is_the_weighted_mean_and_its_parts_sum_to_it()
    {
        var rating = Card.Rate([0.8, 0.5, Card.Items[2].ValueOf(4)]);

        Assert.Equal(70, rating.Score!.Value, 9); // 50 x 0.8 + 30 x 0.5 + 20 x 0.75
        Assert.Equal(("B", "A"), (rating.Rating!.Key, rating.Next!.Key));
        Assert.Equal([40, 15, 15], rating.Parts.Select(part => Math.Round(part.Points, 9)));
        Assert.Equal([10, 15, 5], rating.Parts.Select(part => Math.Round(part.Room, 9)));
        Assert.Equal((1, 70, 70), (rating.Coverage, Math.Round(rating.Lowest, 9), Math.Round(rating.Highest, 9)));
        Assert.True(rating.IsCertain);
    }

    [Fact]
    public void What_would_change_the_rating_most_comes_first()
    {
        var rating = Card.Rate([0.8, 0.5, 0.75]);

        // 10 points are missing for A: turnover +0.2, solvency +1/3, the operator can give 5 only
        Assert.Equal(["turnover", "solvency", "operator"], rating.Sensitivities.Select(change => change.Item.Key));
        Assert.Equal(0.2, rating.Sensitivities[0].Rise!.Value, 9);
        Assert.Equal(1 / 3.0, rating.Sensitivities[1].Rise!.Value, 9);
        Assert.Null(rating.Sensitivities[2].ToNextBand);
        // B is lost when 10 points go: turnover below 0.6, solvency below 1/6, the operator at grade 1 (15 points less; grade 2 leaves 60)
        Assert.Equal(0.6, rating.Sensitivities[0].ToLowerBand!.Value, 9);
        Assert.Equal(1 / 6.0, rating.Sensitivities[1].ToLowerBand!.Value, 9);
        Assert.Equal(0, rating.Sensitivities[2].ToLowerBand!.Value, 9);
    }

    [Fact]
    public void A_missing_item_gives_its_weight_to_the_others_and_that_is_said()
    {
        var rating = Card.Rate([0.8, null, 0.75]);

        Assert.Equal(55 / 0.7, rating.Score!.Value, 9);
        Assert.Equal(0.7, rating.Coverage, 9);
        Assert.Equal([50 / 70.0, 0, 20 / 70.0], rating.Parts.Select(part => part.Share));
        Assert.Equal((55, 85), (Math.Round(rating.Lowest, 9), Math.Round(rating.Highest, 9)));
        Assert.False(rating.IsCertain); // C to A
        var missing = rating.Sensitivities.Single(change => change.Item.Key == "solvency");
        Assert.Equal(25 / 30.0, missing.ToNextBand!.Value, 9); // 55 + 30 v = 80
        Assert.Equal(5 / 30.0, missing.ToLowerBand!.Value, 9); // 55 + 30 v = 60
        Assert.Null(missing.Rise);
    }

    [Fact]
    public void Below_the_stated_coverage_there_is_a_score_but_no_rating()
    {
        var rating = Card.Rate([0.8, null, null]);

        Assert.Equal(80, rating.Score!.Value, 9);
        Assert.Null(rating.Rating);
        Assert.Null(rating.Next);
        Assert.All(rating.Sensitivities, change => Assert.Null(change.ToNextBand));
        Assert.Equal((40, 90), (Math.Round(rating.Lowest, 9), Math.Round(rating.Highest, 9)));
    }

    [Fact]
    public void When_all_is_missing_there_is_no_score()
    {
        var rating = Card.Rate([null, null, null]);

        Assert.Null(rating.Score);
        Assert.Null(rating.Rating);
        Assert.Equal((0, 0, 100), (rating.Coverage, rating.Lowest, rating.Highest));
        Assert.All(rating.Parts, part => Assert.Equal(0, part.Points));
    }

    [Fact]
    public void A_band_is_reached_exactly()
    {
        var card = new Scorecard([new("a", 0.1, ScoreOrigin.Fact), new("b", 0.2, ScoreOrigin.Fact)], [new("good", 70), new("bad", 0)]);

        Assert.Equal("good", card.Rate([0.7, 0.7]).Rating!.Key); // 0.1 x 0.7 + 0.2 x 0.7 is a little less than 0.21
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void What_the_sensitivity_says_comes_true_when_the_card_is_rated_again(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var items = Enumerable
                .Range(0, random.Next(1, 8))
                .Select(i => new ScorecardItem($"i{i}", random.Next(1, 40), ScoreOrigin.Fact, i % 2 == 0 ? null : random.Next(2, 7)))
                .ToArray();
            var card = new Scorecard(items, [new("A", 75), new("B", 50), new("C", 25), new("D", 0)], 0.4);
            var values = Array.ConvertAll(
                items,
                item =>
                    random.Next(5) == 0 ? (double?)null
                    : item.Grades is { } grades ? item.ValueOf(random.Next(1, grades + 1))
                    : random.NextDouble()
            );
            var rating = card.Rate(values);
            if (rating.Score is { } score)
            {
                Assert.InRange(score, rating.Lowest - 1e-9, rating.Highest + 1e-9);
                Assert.Equal(score, rating.Parts.Sum(part => part.Points), 9);
            }

            if (rating.Rating is null)
                continue;

            foreach (var change in rating.Sensitivities)
            {
                var place = Array.IndexOf(items, change.Item);
                if (change.ToNextBand is { } up)
                    Assert.True(With(place, up).Rating!.From >= rating.Next!.From);
                else if (rating.Next is { } next)
                    Assert.True(With(place, 1).Rating!.From < next.From);

                if (change.ToLowerBand is { } down)
                    Assert.True(
                        With(place, change.Item.Grades is null ? Math.Max(down - 1e-6, 0) : down).Rating!.From < rating.Rating.From
                    );
                else
                    Assert.True(With(place, 0).Rating!.From >= rating.Rating.From);
            }

            ScorecardRating With(int place, double value)
            {
                var changed = values.ToArray();
                changed[place] = value;
                return card.Rate(changed);
            }
        }
    }

    [Fact]
    public void What_is_wrong_with_a_card_or_with_values_is_said()
    {
        Assert.Empty(Card.Problems());
        Assert.Equal(["scorecard.no-items", "scorecard.no-bands"], new Scorecard([], []).Problems());
        Assert.Equal(
            ["scorecard.item-twice", "scorecard.weight-not-positive", "scorecard.grades"],
            (Card with { Items = [new("a", 0, ScoreOrigin.Fact), new("a", 1, ScoreOrigin.Fact, 1)] }).Problems()
        );
        Assert.Equal(
            ["scorecard.band-twice", "scorecard.band-range", "scorecard.no-band-from-0", "scorecard.coverage"],
            (Card with { Bands = [new("A", 101), new("A", 50)], MinimumCoverage = 0 }).Problems()
        );
        Assert.Equal(["scorecard.value-count"], Card.Problems([1, 1]));
        Assert.Equal(["scorecard.value-range"], Card.Problems([1, double.NaN, 1]));
        Assert.Equal(["scorecard.value-no-grade"], Card.Problems([1, 1, 0.6]));
        Assert.Throws<ArgumentException>(() => Card.Rate([1, 2, 1]));
        Assert.Throws<InvalidOperationException>(() => new Scorecard([], []).Rate([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Card.Items[2].ValueOf(6));
        Assert.Throws<InvalidOperationException>(() => Card.Items[0].ValueOf(1));
    }
}
