namespace Jingke.Analytics.Lifetime;

/// <summary>
/// What the purchase models know of a customer. Purchases are days with a positive net amount, so that several orders of one day are
/// one purchase; the first purchase starts the clock and is not counted.
/// </summary>
public readonly record struct PurchaseHistory
{
    /// <summary>Makes the history.</summary>
    /// <param name="frequency">x: repeat purchases, at least 0.</param>
    /// <param name="recency">t_x: weeks from the first to the last purchase; 0 without a repeat purchase.</param>
    /// <param name="age">T: weeks from the first purchase to the end of observation, at least t_x.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is negative or not finite, recency is later than age, or recency is not 0 without a repeat purchase.
    /// </exception>
    public PurchaseHistory(int frequency, double recency, double age)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frequency);
        if (!double.IsFinite(age) || age < 0)
            throw new ArgumentOutOfRangeException(nameof(age), age, "The age must be a number of weeks, at least 0.");
        if (!(recency >= 0 && recency <= age))
            throw new ArgumentOutOfRangeException(nameof(recency), recency, $"The recency must lie between 0 and the age, {age}.");
        if (frequency == 0 && recency != 0)
            throw new ArgumentOutOfRangeException(nameof(recency), recency, "Without a repeat purchase the recency is 0.");

        (Frequency, Recency, Age) = (frequency, recency, age);
    }

    /// <summary>x: repeat purchases.</summary>
    public int Frequency { get; }

    /// <summary>t_x: weeks from the first to the last purchase.</summary>
    public double Recency { get; }

    /// <summary>T: weeks from the first purchase to the end of observation.</summary>
    public double Age { get; }
}
