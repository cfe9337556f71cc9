using System.Globalization;
using System.Text;
using System.Text.Json;
using Jingke.Analytics.Forecasting;
using Jingke.Web.Common;
using Jingke.Web.Common.Reasons;

namespace Jingke.Web.Features.Analyze;

/// <summary>The coming months in both forms of the report; where the history is too short JSON has no such key and the table says why.</summary>
internal static class ForecastSection
{
    public static void Write(Utf8JsonWriter json, LedgerForecast? found)
    {
        if (found is null)
            return;

        json.WriteStartArray("forecast");
        foreach (var (index, point) in found.Forecast.Points.Index())
        {
            // Of a month that has begun a part is known already; programs are told the whole months to come.
            if (found.MonthOf(index) == found.LeftOut)
                continue;
            json.WriteStartObject();
            json.WriteString("month", found.MonthOf(index).ToString("yyyy-MM", CultureInfo.InvariantCulture));
            json.WriteString("method", found.Forecast.Method.Code);
            WriteMoney(json, "value", point.Value);
            WriteMoney(json, "low80", point.Low80);
            WriteMoney(json, "high80", point.High80);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Append(StringBuilder text, LedgerForecast? found)
    {
        text.Append('\n').Append(Say("forecast.heading")).Append('\n');
        if (found is null)
        {
            Line(text, "forecast.short", LedgerForecast.FewestMonths);
            return;
        }

        if (found.LeftOut is { } month)
            Line(text, "forecast.left-out", Format.Month(month));
        var name = ForecastWords.NameOf(found.Forecast.Method);
        if (found.Forecast.PastError is { } past)
            Line(text, "forecast.method", name, past.Origins.Count, past.Horizon, Format.Number(past.Smape, 1));
        else
            Line(text, "forecast.untested", name);
        var table = new TextTable(
            (Say("column.month"), false),
            (Say("column.forecast"), true),
            (Say("column.low80"), true),
            (Say("column.high80"), true)
        );
        foreach (var (index, point) in found.Forecast.Points.Index())
            table.Add(
                Format.Month(found.MonthOf(index)),
                Format.Money(LedgerForecast.Amount(point.Value)),
                Format.Money(LedgerForecast.Amount(point.Low80)),
                Format.Money(LedgerForecast.Amount(point.High80))
            );
        table.AppendTo(text);
    }

    private static string Say(string code, params object?[] args) => AnalyzeTexts.Say(code, args);

    private static void Line(StringBuilder text, string code, params object?[] args) =>
        text.Append("  ").Append(Say(code, args)).Append('\n');

    private static void WriteMoney(Utf8JsonWriter json, string name, double? tenThousandths)
    {
        json.WritePropertyName(name);
        if (LedgerForecast.Amount(tenThousandths) is { } amount)
            json.WriteRawValue(Format.MoneyField(amount));
        else
            json.WriteNullValue();
    }
}
