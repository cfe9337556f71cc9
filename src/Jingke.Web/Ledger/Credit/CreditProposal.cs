using Jingke.Domain;

namespace Jingke.Web.Ledger.Credit;

/// <summary>
/// The limit and term that a rating leads to: limit = net sales of a month x term / 30 x factor, rounded down to two digits. Money in
/// ten-thousandths.
/// </summary>
/// <param name="Terms">What the rating is granted.</param>
/// <param name="MonthlySales">A twelfth of net sales of the last 12 months; at least 0.</param>
/// <param name="Limit">The limit.</param>
public sealed record CreditProposal(CreditTerms Terms, long MonthlySales, long Limit)
{
    private const int DaysOfMonth = 30;
    private const int Months = 12;

    /// <summary>The proposal; null without a rating.</summary>
    /// <param name="rules">The rules in force.</param>
    /// <param name="rating">The rating.</param>
    /// <param name="sales">Net sales of the last 12 months.</param>
    public static CreditProposal? Of(CreditRules rules, string? rating, long sales)
    {
        if (rules.TermsOf(rating) is not { } terms)
            return null;

        var monthly = Math.Max(sales, 0) / Months;
        return new(terms, monthly, RoundDown((decimal)terms.Factor * monthly * terms.Days / DaysOfMonth));
    }

    // A limit of 123,456.78 would pretend to a precision that it does not have.
    private static long RoundDown(decimal limit)
    {
        var units = (long)Math.Min(limit / Money.PerUnit, long.MaxValue / Money.PerUnit);
        var step = 1L;
        while (units / step >= 100)
            step *= 10;
        return units / step * step * Money.PerUnit;
    }
}
