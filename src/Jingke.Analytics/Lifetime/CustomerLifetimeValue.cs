namespace Jingke.Analytics.Lifetime;

/// <summary>What a customer's future purchases are worth today.</summary>
public static class CustomerLifetimeValue
{
    /// <summary>Weeks of a month: 365.25 / 12 / 7, as the literature rounds it.</summary>
    public const double WeeksPerMonth = 4.345;

    /// <summary>
    /// Sum over the months of expected purchases in the month x expected spend / (1 + rate)^month: purchases of a month are discounted
    /// as if they were paid at its end.
    /// </summary>
    /// <param name="model">Fitted to histories in weeks.</param>
    /// <param name="history">What is known of the customer.</param>
    /// <param name="spend">Expected value of a purchase; its unit is the unit of the result. With a margin instead, the result is profit.</param>
    /// <param name="months">Months ahead, at least 0.</param>
    /// <param name="monthlyRate">Discount a month: 0.01 is one per cent; more than -1.</param>
    /// <remarks>Fader, Hardie and Lee (2005), RFM and CLV: using iso-value curves for customer base analysis; in monthly steps.</remarks>
    public static double Of(PurchaseModel model, PurchaseHistory history, double spend, int months = 12, double monthlyRate = 0.01)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        if (!double.IsFinite(monthlyRate) || monthlyRate <= -1)
            throw new ArgumentOutOfRangeException(nameof(monthlyRate), monthlyRate, "The rate must be a number above -1.");

        return spend * Purchases(model, history, months, monthlyRate);
    }

    /// <summary>The same without the spend: expected purchases, discounted.</summary>
    internal static double Purchases(PurchaseModel model, PurchaseHistory history, int months, double monthlyRate)
    {
        var (sum, before, discount) = (0.0, 0.0, 1.0);
        for (var month = 1; month <= months; month++)
        {
            var until = model.WhileAlive(history, month * WeeksPerMonth);
            discount /= 1 + monthlyRate;
            sum += (until - before) * discount;
            before = until;
        }

        return sum * model.ProbabilityAlive(history);
    }
}
