namespace Jingke.Analytics.Forecasting;

/// <summary>A history no forecast can be made from: it is empty, or holds something that is not a finite number.</summary>
/// <param name="message">What is wrong, in one sentence.</param>
/// <param name="index">Index of the first value that cannot be used; null when there is no value at all.</param>
public sealed class UnusableSeriesException(string message, int? index) : ArgumentException(message)
{
    /// <summary>Index of the first value that cannot be used; null when there is no value at all.</summary>
    public int? Index { get; } = index;

    /// <summary>Lets a usable history pass.</summary>
    internal static void ThrowIfUnusable(ReadOnlySpan<double> history)
    {
        if (history.IsEmpty)
            throw new UnusableSeriesException("The history is empty, so there is nothing to forecast from.", null);

        for (var i = 0; i < history.Length; i++)
        {
            if (!double.IsFinite(history[i]))
                throw new UnusableSeriesException($"Value {i + 1} of the history is not a finite number.", i);
        }
    }
}
