using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Lifetime;
using Jingke.Analytics.Tiers;
using Jingke.Web.Common;

namespace Jingke.Web.Features.Analyze;

/// <summary>The report as JSON: amounts with two decimals, shares 0 to 1, days in ISO form, Chinese as it is.</summary>
internal static class JsonReport
{
    private const int TopAccounts = 20;

    public static string Write(AnalyzeReport report)
    {
        using var buffer = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
            Write(json, report);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, AnalyzeReport report)
    {
        var analysis = report.Analysis;
        json.WriteStartObject();
        json.WriteString("asOf", Day(analysis.View.AsOf));
        json.WriteStartObject("period");
        json.WriteString("from", Day(analysis.View.Period.From));
        json.WriteString("to", Day(analysis.View.Period.To));
        json.WriteEndObject();
        WriteLines(json, report.Lines);
        WriteTotals(json, "totals", report.Period, null);
        WriteTotals(json, "allTime", report.AllTime, report.Span);
        json.WriteStartObject("pareto");
        WriteShare(json, "top20PercentShare", analysis.Pareto.Top20PercentShare);
        json.WriteNumber("accountsFor80Percent", analysis.Pareto.AccountsFor80Percent);
        WriteShare(json, "herfindahl", analysis.Concentration.Herfindahl);
        WriteShare(json, "gini", analysis.Concentration.Gini);
        json.WriteEndObject();
        WriteYears(json, report);
        WriteTiers(json, report);
        WriteAccounts(json, "top", report, analysis.Ranking.Rows.Take(TopAccounts));
        WriteAccounts(json, "growth", report, report.Extremes.Growth.Select(account => account.Row));
        WriteAccounts(json, "decline", report, report.Extremes.Decline.Select(account => account.Row));
        WriteBreakdowns(json, report);
        json.WriteStartObject("rfm");
        WriteShare(json, "medianRecencyDays", analysis.Scores.MedianRecencyDays);
        WriteShare(json, "medianFrequency", analysis.Scores.MedianFrequency);
        WriteMoney(json, "medianMonetary", (long)Math.Round(analysis.Scores.MedianMonetary ?? 0, MidpointRounding.ToEven));
        json.WriteEndObject();
        WriteLifetime(json, report.LifetimeFit);
        ForecastSection.Write(json, report.Forecast);
        json.WriteStartObject("elapsedMs");
        json.WriteNumber("read", (long)report.Reading.TotalMilliseconds);
        json.WriteNumber("analyse", (long)report.Analysing.TotalMilliseconds);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The fitted model of repeat purchases; no key at all where none could be fitted.</summary>
    private static void WriteLifetime(Utf8JsonWriter json, FitReport? fit)
    {
        if (fit is null)
            return;

        json.WriteStartObject("lifetime");
        json.WriteString("model", "BG/NBD");
        foreach (var parameter in fit.Parameters)
            WriteShare(json, parameter.Name, parameter.Value);
        WriteShare(json, "logLikelihood", fit.LogLikelihood);
        json.WriteNumber("accounts", fit.Customers);
        json.WriteEndObject();
    }

    private static void WriteLines(Utf8JsonWriter json, LineCounts lines)
    {
        json.WriteStartObject("lines");
        json.WriteNumber("read", lines.Read);
        json.WriteNumber("accepted", lines.Accepted);
        json.WriteNumber("rejected", lines.Rejected);
        json.WriteNumber("duplicate", 0);
        json.WriteNumber("identical", lines.Identical);
        json.WriteNumber("unattributed", lines.Unattributed);
        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, string name, Totals totals, (DateOnly From, DateOnly To)? span)
    {
        json.WriteStartObject(name);
        WriteMoney(json, "netSales", totals.NetSales);
        json.WriteNumber("accounts", totals.Accounts);
        json.WriteNumber("orders", totals.Orders);
        WriteMoney(json, "unattributedSales", totals.UnattributedSales);
        if (span is var (from, to))
        {
            json.WriteString("from", Day(from));
            json.WriteString("to", Day(to));
        }
        json.WriteEndObject();
    }

    private static void WriteYears(Utf8JsonWriter json, AnalyzeReport report)
    {
        json.WriteStartArray("years");
        foreach (var year in report.Years)
        {
            json.WriteStartObject();
            json.WriteNumber("year", year.Year);
            WriteMoney(json, "netSales", year.NetSales);
            json.WriteNumber("accounts", year.Accounts);
            json.WriteNumber("orders", year.Orders);
            WriteShare(json, "yoy", year.YearOnYear.Change);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteTiers(Utf8JsonWriter json, AnalyzeReport report)
    {
        json.WriteStartArray("tiers");
        foreach (var tier in report.Tiers.Summary.Where(tier => tier.Tier != Tier.None))
        {
            json.WriteStartObject();
            json.WriteString("tier", TierName(tier.Tier));
            json.WriteNumber("accounts", tier.Accounts);
            WriteMoney(json, "netSales", tier.NetSales);
            WriteShare(json, "share", tier.Share);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteAccounts(Utf8JsonWriter json, string name, AnalyzeReport report, IEnumerable<int> rows)
    {
        var (figures, directory) = (report.Analysis.Figures, report.Analysis.View.Ledger.Accounts);
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            var figure = figures[row];
            json.WriteStartObject();
            WriteWhole(json, "rank", report.Analysis.Ranking.RankOf(row));
            json.WriteString("code", directory.Codes[figure.Account]);
            json.WriteString("name", directory.Names[figure.Account]);
            WriteMoney(json, "netSales", figure.NetSales);
            WriteMoney(json, "previousNetSales", figure.PreviousNetSales);
            WriteShare(json, "share", report.Analysis.Ranking.ShareOf(row));
            json.WriteNumber("orders", figure.Orders);
            json.WriteString("lastOrder", figure.LastOrderOn is { } last ? Day(last) : null);
            WriteShare(json, "yoy", figure.YearOnYear.Change);
            WriteWhole(json, "rankChange", report.Analysis.Ranking.RankChangeOf(row));
            json.WriteString("tier", TierName(report.Tiers[row]));
            WriteShare(json, "valueScore", report.Tiers.Scores[row]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteBreakdowns(Utf8JsonWriter json, AnalyzeReport report)
    {
        json.WriteStartObject("by");
        foreach (var (name, breakdown) in report.By)
        {
            json.WriteStartArray(name);
            foreach (var row in KnownRows(breakdown))
            {
                json.WriteStartObject();
                json.WriteString("name", row.Group.Name);
                if (row.Group.Within.Length > 0)
                    json.WriteString("within", row.Group.Within);
                json.WriteNumber("accounts", row.Accounts);
                WriteMoney(json, "netSales", row.NetSales);
                WriteShare(json, "share", row.Share);
                WriteShare(json, "yoy", row.YearOnYear.Change);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    /// <summary>The groups of a breakdown; none where nothing is known of the dimension.</summary>
    internal static IReadOnlyList<BreakdownRow> KnownRows(Breakdown breakdown) =>
        breakdown.Rows.All(row => row.Group.Name.Length == 0) ? [] : breakdown.Rows;

    /// <summary>The word for a tier in JSON.</summary>
    internal static string TierName(Tier tier) =>
        tier switch
        {
            Tier.Key => "key",
            Tier.Rising => "rising",
            Tier.Ordinary => "ordinary",
            Tier.LetGo => "let-go",
            _ => "none",
        };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void WriteMoney(Utf8JsonWriter json, string name, long tenThousandths)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(Format.MoneyField(tenThousandths));
    }

    private static void WriteShare(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumber(name, Math.Round(number, 10));
        else
            json.WriteNull(name);
    }

    private static void WriteWhole(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
