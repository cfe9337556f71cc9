using Jingke.Analytics.Segments;
using Jingke.Web.Ledger.Forecasts;

namespace Jingke.Web.Features.Analysis.Forecasts;

/// <summary>What was found for an address.</summary>
/// <param name="Of">What is forecast; with the group that was taken where none was asked for.</param>
/// <param name="Name">Its name; empty for everything in sight.</param>
/// <param name="Choices">The largest groups or accounts, by net sales of the last 12 months.</param>
/// <param name="Found">The series and its forecast; null where there is no group to choose.</param>
/// <param name="AsOf">The day up to which sales count.</param>
/// <param name="SeesAll">Whether the viewer sees every account, so that everything in sight is the company.</param>
/// <param name="Spread">How sales are spread over accounts in the last 12 months; null for a group or an account.</param>
public sealed record ForecastAnswer(
    ForecastOf Of,
    string Name,
    IReadOnlyList<ForecastChoice> Choices,
    SeriesForecast? Found,
    DateOnly AsOf,
    bool SeesAll,
    SalesSpread? Spread
)
{
    /// <summary>What is aimed at with an account in the present fiscal year; null without a plan, and for anything but one account.</summary>
    public YearTarget? Target { get; init; }
}

/// <summary>A group or an account that can be chosen.</summary>
/// <param name="Key">Key of the group or id of the account.</param>
/// <param name="Name">Its name.</param>
public sealed record ForecastChoice(string Key, string Name);

/// <summary>How sales are spread over accounts.</summary>
/// <param name="Verdict">Whether 80/20 holds.</param>
/// <param name="Top20Percent">Share of the first 20 % of accounts, 0 to 1; null where sales are not positive.</param>
/// <param name="Largest">Share of the largest account, 0 to 1; null as above.</param>
public sealed record SalesSpread(ParetoVerdict Verdict, double? Top20Percent, double? Largest);
