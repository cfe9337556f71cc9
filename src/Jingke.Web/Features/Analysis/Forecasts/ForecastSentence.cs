using Jingke.Analytics.Forecasting;
using Jingke.Web.Common;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Analysis.Forecasts;

/// <summary>What a forecast is worth, in sentences.</summary>
internal static class ForecastSentence
{
    private const double Good = 0.1;
    private const double Fair = 0.25;

    /// <summary>How far off the method was, and what it is good for therefore.</summary>
    public static string Advice(IStringLocalizer<ForecastTexts> words, BackTestResult? past)
    {
        if (past is null)
            return words["Advice.untested"];

        // Of a year people decide by its total; where returns outweigh sales there is none to divide by.
        var error = past.TotalError ?? past.Smape / 100;
        return words[
                past.TotalError is null ? "ErrorOfMonths" : "Error",
                past.Origins.Count,
                past.Horizon,
                Format.Percent(past.Smape / 100),
                Format.Percent(past.TotalError)
            ]
            + words[
                error <= Good ? "Advice.good"
                : error <= Fair ? "Advice.fair"
                : "Advice.poor"
            ];
    }

    /// <summary>A weakness with its figures.</summary>
    public static string Of(IStringLocalizer<ForecastTexts> words, ForecastWeakness weakness)
    {
        var numbers = weakness.Numbers;
        return weakness.Code switch
        {
            "short" or "near" or "zeros" => words[$"Weak.{weakness.Code}", Format.Count((long)numbers[0]), Format.Count((long)numbers[1])],
            "yardstick" => words["Weak.yardstick", Format.Number(numbers[0]), Format.Number(numbers[1])],
            "high" or "low" => words[$"Weak.{weakness.Code}", Format.Percent(numbers[0], 0), Format.Count((long)numbers[1])],
            "narrow" => words["Weak.narrow", Format.Percent(numbers[0], 0), Format.Number(numbers[1], 1)],
            "falling" or "flat" or "concentrated" => words[$"Weak.{weakness.Code}", Format.Percent(numbers[0], 0)],
            _ => words[$"Weak.{weakness.Code}"],
        };
    }
}
