using System.Globalization;
using System.Text;
using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Figures;
using Jingke.Analytics.Segments;
using Jingke.Analytics.Tiers;
using Jingke.Web.Common;

namespace Jingke.Web.Features.Analyze;

/// <summary>The report as a sales manager reads it on a terminal: the verdict first, then who, then where.</summary>
internal sealed class TableReport
{
    private const int TopAccounts = 20;
    private const int TopGroups = 12;

    private readonly AnalyzeReport report;
    private readonly StringBuilder text = new();

    private TableReport(AnalyzeReport report) => this.report = report;

    /// <summary>Writes the report in the current language.</summary>
    public static string Write(AnalyzeReport report)
    {
        var table = new TableReport(report);
        table.WriteTotals();
        table.WritePareto();
        table.WriteTiers();
        table.WriteTop();
        table.WriteChanges("growth", report.Extremes.Growth);
        table.WriteChanges("decline", report.Extremes.Decline);
        foreach (var (name, breakdown) in report.By)
            table.WriteBreakdown(name, breakdown);
        table.WriteYears();
        ForecastSection.Append(table.text, report.Forecast);
        table.WriteLifetime();
        FileNotes.Append(table.text, report);
        return table.text.ToString();
    }

    private static string Say(string code, params object?[] args) => AnalyzeTexts.Say(code, args);

    private static string Change(YearOnYear change) =>
        change.Change is { } value ? Format.Change(value)
        : change.Status == YearOnYearStatus.New ? Say("new")
        : Format.None;

    private void Heading(string words) => text.Append('\n').Append(words).Append('\n');

    private void WriteTotals()
    {
        var (view, period) = (report.Analysis.View, report.Period);
        text.Append(Say("title", Format.Date(view.Period.From), Format.Date(view.Period.To), Format.Date(view.AsOf))).Append("\n\n");
        text.Append("  ")
            .Append(
                Say(
                    "totals",
                    Format.Money(period.NetSales),
                    Format.Count(period.Accounts),
                    Format.Count(period.Orders),
                    Change(report.Analysis.Figures.YearOnYear)
                )
            )
            .Append('\n');
        if (period.UnattributedSales != 0)
            text.Append("  ").Append(Say("unattributed", Format.Money(period.UnattributedSales))).Append('\n');
        var all = report.AllTime;
        text.Append("  ")
            .Append(
                Say(
                    "all-time",
                    Format.Date(report.Span.From),
                    Format.Date(report.Span.To),
                    Format.Money(all.NetSales),
                    Format.Count(all.Accounts),
                    Format.Count(all.Orders)
                )
            )
            .Append('\n');
        var scores = report.Analysis.Scores;
        if (scores.MedianMonetary is { } money)
            text.Append("  ")
                .Append(
                    Say(
                        "medians",
                        Format.Number(scores.MedianRecencyDays, 1),
                        Format.Number(scores.MedianFrequency, 1),
                        Format.Money((long)money)
                    )
                )
                .Append('\n');
    }

    private void WritePareto()
    {
        var pareto = report.Analysis.Pareto;
        Heading(Say("pareto.heading"));
        var verdict = pareto.Verdict switch
        {
            ParetoVerdict.Holds => "pareto.holds",
            ParetoVerdict.Partly => "pareto.partly",
            ParetoVerdict.DoesNotHold => "pareto.does-not-hold",
            _ => "pareto.undefined",
        };
        text.Append("  ").Append(Say(verdict, Format.Count(pareto.Top20Percent), Format.Percent(pareto.Top20PercentShare))).Append('\n');
        if (pareto.Verdict == ParetoVerdict.Undefined)
            return;
        var share = (double)pareto.AccountsFor80Percent / pareto.Accounts;
        text.Append("  ").Append(Say("pareto.eighty", Format.Count(pareto.AccountsFor80Percent), Format.Percent(share))).Append('\n');
        var concentration = report.Analysis.Concentration;
        text.Append("  ")
            .Append(
                Say(
                    "concentration",
                    Format.Percent(concentration.Top1),
                    Format.Percent(concentration.Top10),
                    Format.Number(concentration.Herfindahl, 4),
                    Format.Number(concentration.Gini, 3)
                )
            )
            .Append('\n');
    }

    private void WriteTiers()
    {
        Heading(Say("tiers.heading"));
        var table = new TextTable(
            (Say("column.tier"), false),
            (Say("column.accounts"), true),
            (Say("column.sales"), true),
            (Say("column.share"), true)
        );
        foreach (var tier in report.Tiers.Summary.Where(tier => tier.Tier != Tier.None))
            table.Add(TierName(tier.Tier), Format.Count(tier.Accounts), Format.Money(tier.NetSales), Format.Percent(tier.Share));
        table.AppendTo(text);
    }

    private void WriteTop()
    {
        var (analysis, directory) = (report.Analysis, report.Analysis.View.Ledger.Accounts);
        Heading(Say("top.heading", Math.Min(TopAccounts, analysis.Ranking.Rows.Length)));
        var table = new TextTable(
            (Say("column.rank"), true),
            (Say("column.code"), false),
            (Say("column.name"), false),
            (Say("column.sales"), true),
            (Say("column.share"), true),
            (Say("column.yoy"), true),
            (Say("column.orders"), true),
            (Say("column.last"), false),
            (Say("column.tier"), false),
            (Say("column.score"), true)
        );
        foreach (var row in analysis.Ranking.Rows.Take(TopAccounts))
        {
            var figure = analysis.Figures[row];
            table.Add(
                Format.Count(analysis.Ranking.RankOf(row)),
                directory.Codes[figure.Account],
                directory.Names[figure.Account],
                Format.Money(figure.NetSales),
                Format.Percent(analysis.Ranking.ShareOf(row), 2),
                Change(figure.YearOnYear),
                Format.Count(figure.Orders),
                Format.Date(figure.LastOrderOn),
                TierName(report.Tiers[row]),
                report.Tiers.Scores[row]?.ToString("0.0", CultureInfo.InvariantCulture) ?? Format.None
            );
        }
        table.AppendTo(text);
    }

    private void WriteChanges(string name, IReadOnlyList<ExtremeAccount> accounts)
    {
        if (accounts.Count == 0)
            return;
        var directory = report.Analysis.View.Ledger.Accounts;
        Heading(Say($"{name}.heading", Format.Money(report.Extremes.Floor)));
        var table = new TextTable(
            (Say("column.code"), false),
            (Say("column.name"), false),
            (Say("column.before"), true),
            (Say("column.sales"), true),
            (Say("column.yoy"), true),
            (Say("column.rank"), true),
            (Say("column.rank-before"), true)
        );
        foreach (var account in accounts)
            table.Add(
                directory.Codes[account.Account],
                directory.Names[account.Account],
                Format.Money(account.PreviousNetSales),
                Format.Money(account.NetSales),
                Change(account.YearOnYear),
                Format.Count(account.Rank),
                Format.Count(account.PreviousRank)
            );
        table.AppendTo(text);
    }

    private void WriteBreakdown(string name, Breakdown breakdown)
    {
        // Region is one of the finer ones under another name; it is printed once.
        var doubled =
            name is "zone" or "province" or "city" or "country"
            && report.By[0].Breakdown.Grouping.Dimension == breakdown.Grouping.Dimension;
        if (doubled || JsonReport.KnownRows(breakdown) is not { Count: > 0 } rows || rows.Count == 1 && name == "country")
            return;
        Heading(Say($"by.{name}"));
        var table = new TextTable(
            (Say($"column.{name}"), false),
            (Say("column.accounts"), true),
            (Say("column.sales"), true),
            (Say("column.share"), true),
            (Say("column.yoy"), true)
        );
        foreach (var row in rows.Take(TopGroups))
            table.Add(
                GroupName(row),
                Format.Count(row.Accounts),
                Format.Money(row.NetSales),
                Format.Percent(row.Share),
                Change(row.YearOnYear)
            );
        table.AppendTo(text);
        if (rows.Count > TopGroups)
            text.Append("  ").Append(Say("more", Format.Count(rows.Count - TopGroups))).Append('\n');
    }

    private void WriteYears()
    {
        Heading(Say("years.heading"));
        var table = new TextTable(
            (Say("column.year"), false),
            (Say("column.sales"), true),
            (Say("column.yoy"), true),
            (Say("column.accounts"), true),
            (Say("column.orders"), true)
        );
        foreach (var year in report.Years)
            table.Add(
                year.Year.ToString(CultureInfo.InvariantCulture),
                Format.Money(year.NetSales),
                Change(year.YearOnYear),
                Format.Count(year.Accounts),
                Format.Count(year.Orders)
            );
        table.AppendTo(text);
    }

    private void WriteLifetime()
    {
        Heading(Say("lifetime.heading"));
        if (report.LifetimeFit is { } fit)
        {
            var model = report.Lifetime.Model!;
            var year = model.ExpectedPurchasesOfNew(365.25 / 7);
            text.Append("  ").Append(Say("lifetime.new", Format.Count(fit.Customers), Format.Number(year, 2))).Append('\n');
            var parameters = fit.Parameters.Select(parameter => $"{parameter.Name} {Format.Number(parameter.Value, 4)}");
            text.Append("  ")
                .Append(Say("lifetime.model", "BG/NBD", string.Join(", ", parameters), Format.Number(fit.LogLikelihood, 2)))
                .Append('\n');
        }

        if (report.LifetimeNote is { } note)
            text.Append("  ").Append(Say(note)).Append('\n');
    }

    private static string GroupName(BreakdownRow row) =>
        row.Group.Name.Length == 0 ? Say("not-known")
        : row.Group.Within.Length == 0 ? row.Group.Name
        : $"{row.Group.Name} ({row.Group.Within})";

    private static string TierName(Tier tier) => Say($"tier.{JsonReport.TierName(tier)}");
}
