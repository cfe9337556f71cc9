namespace Jingke.Analytics.Profit;

/// <summary>What serving a customer costs the company. A rate that is null is not set: what it would cost is left out for everybody, and that is said.</summary>
/// <param name="HourlyRate">Cost of an hour of work for a customer, ten-thousandths of the currency unit.</param>
/// <param name="VisitCost">Cost of a visit beyond its hours, ten-thousandths.</param>
/// <param name="YearlyCapitalRate">Cost of capital for a year; 0.06 = 6 %.</param>
/// <param name="DifficultySurcharges">Surcharge of each level of difficulty, on the cost of hours and visits; 0.3 = 30 %. Index = level; [0] is usually 0.</param>
public sealed record ServiceRates(
    long? HourlyRate = null,
    long? VisitCost = null,
    double? YearlyCapitalRate = null,
    IReadOnlyList<double>? DifficultySurcharges = null
)
{
    /// <summary>Codes of what is wrong with these rates; empty when they can be used.</summary>
    /// <remarks>
    /// service-rates.hourly-negative, service-rates.visit-negative, service-rates.capital-range (not 0 to 1), service-rates.surcharge-range
    /// (one is not 0 to 10).
    /// </remarks>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (HourlyRate < 0)
            problems.Add("service-rates.hourly-negative");
        if (VisitCost < 0)
            problems.Add("service-rates.visit-negative");
        if (YearlyCapitalRate is not null and not (>= 0 and <= 1))
            problems.Add("service-rates.capital-range");
        if (DifficultySurcharges?.Any(surcharge => surcharge is not (>= 0 and <= 10)) == true)
            problems.Add("service-rates.surcharge-range");

        return problems;
    }
}

/// <summary>Parts of true profit.</summary>
[Flags]
public enum ProfitParts
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Cost of the goods.</summary>
    Goods = 1,

    /// <summary>Hours worked for the customer.</summary>
    Hours = 2,

    /// <summary>Visits.</summary>
    Visits = 4,

    /// <summary>Surcharge for difficult projects.</summary>
    Difficulty = 8,

    /// <summary>Cost of late payment.</summary>
    LatePayment = 16,
}
