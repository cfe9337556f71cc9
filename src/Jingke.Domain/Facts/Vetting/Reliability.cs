namespace Jingke.Domain.Facts.Vetting;

/// <summary>How far a source can be relied on, in percent.</summary>
public static class Reliability
{
    /// <summary>From here on a fact may be shown as true.</summary>
    public const int Sufficient = 50;

    /// <summary>Below this a fact counts for nothing.</summary>
    public const int Worthless = 30;

    /// <summary>What a person confirmed is at least this reliable.</summary>
    public const int Confirmed = 95;

    /// <summary>Hearsay is worth this part of what the channel is worth at first hand.</summary>
    public const double HearsayPart = 0.6;

    // So many settled facts weigh as much as the grade the company gave: a single slip must not ruin a channel.
    private const int Patience = 10;

    // From here on a source is as good as seen oneself; among such the newer one wins.
    private const int High = 80;

    /// <summary>A channel's grade, lowered by the facts of it that turned out wrong.</summary>
    /// <param name="grade">The grade that the company gave, in percent.</param>
    /// <param name="held">Settled facts of the channel that held.</param>
    /// <param name="wrong">Settled facts of the channel that were wrong.</param>
    /// <returns>The grade when nothing was wrong; never more.</returns>
    public static int OfChannel(int grade, int held, int wrong) =>
        (int)Math.Round(grade * (double)(Patience + held) / (Patience + held + wrong));

    /// <summary>The reliability of one fact of a channel.</summary>
    public static int OfFact(int channel, bool isFirstHand) => (int)Math.Round(isFirstHand ? channel : channel * HearsayPart);

    /// <summary>The reliability of what several channels say alike: it is wrong only if all of them are, 1 - (1 - a)(1 - b) …</summary>
    /// <param name="each">One reliability for each channel, in percent.</param>
    public static int Together(IEnumerable<int> each) =>
        (int)Math.Round(100 * (1 - each.Aggregate(1.0, (wrong, one) => wrong * (1 - one / 100.0))));

    /// <summary>
    /// The class of a reliability, the higher the better: 3 as good as seen oneself, 2 sufficient, 1 weak, 0 worthless. Classes are
    /// compared, not percents: a call today must be able to correct a visit of last year, though a visit is graded a little higher.
    /// </summary>
    public static int ClassOf(int reliability) =>
        reliability switch
        {
            >= High => 3,
            >= Sufficient => 2,
            >= Worthless => 1,
            _ => 0,
        };
}
