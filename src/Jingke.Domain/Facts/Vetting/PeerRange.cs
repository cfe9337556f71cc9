namespace Jingke.Domain.Facts.Vetting;

/// <summary>
/// What accounts of one kind and size show in one field: the middle and the spread of the logarithms of the accepted values. Median and
/// median absolute deviation, since a few absurd values must not widen the range that is to find them.
/// </summary>
public sealed class PeerRange
{
    /// <summary>Fewer accounts tell nothing.</summary>
    public const int Fewest = 20;

    /// <summary>
    /// From so many deviations on a value is asked about. 3.5 is usual for the modified z-score (Iglewicz and Hoaglin 1993); 5 asks less
    /// often, since companies differ more than measurements do.
    /// </summary>
    public const double Limit = 5;

    // So much an account may differ at least, however alike the others are: a factor of e, about 2.7.
    private const double LeastSpread = 1 / Limit;

    /// <summary>The field.</summary>
    public long FieldId { get; init; }

    /// <summary>Which accounts: the kind, a bar and the size class, e.g. <c>Company|中型</c>; without a size class all of the kind.</summary>
    public required string Like { get; init; }

    /// <summary>Number of accounts.</summary>
    public int Count { get; init; }

    /// <summary>Median of the natural logarithms of the values, in ten-thousandths.</summary>
    public double Middle { get; init; }

    /// <summary>1.4826 times the median absolute deviation from the middle: for a normal distribution the standard deviation.</summary>
    public double Spread { get; init; }

    /// <summary>Whether a value lies so far off that a person is to be asked.</summary>
    /// <param name="number">The value in ten-thousandths.</param>
    public bool IsOutside(long number) =>
        Count >= Fewest && number > 0 && Math.Abs(Math.Log(number) - Middle) > Limit * Math.Max(Spread, LeastSpread);

    /// <summary>The value in the middle, in ten-thousandths.</summary>
    public long Typical => (long)Math.Exp(Middle);

    /// <summary>The range of values.</summary>
    /// <param name="fieldId">The field.</param>
    /// <param name="like">Which accounts.</param>
    /// <param name="numbers">Their values in ten-thousandths; those that are not positive do not count. Sorted here.</param>
    public static PeerRange Of(long fieldId, string like, Span<long> numbers)
    {
        numbers.Sort();
        var positive = numbers[(numbers.LastIndexOfAnyExceptInRange(1, long.MaxValue) + 1)..];
        if (positive.Length == 0)
            return new() { FieldId = fieldId, Like = like };

        var middle = Math.Log(positive[positive.Length / 2]);
        var deviations = new double[positive.Length];
        for (var at = 0; at < positive.Length; at++)
            deviations[at] = Math.Abs(Math.Log(positive[at]) - middle);
        Array.Sort(deviations);
        return new()
        {
            FieldId = fieldId,
            Like = like,
            Count = positive.Length,
            Middle = middle,
            Spread = 1.4826 * deviations[deviations.Length / 2],
        };
    }
}
