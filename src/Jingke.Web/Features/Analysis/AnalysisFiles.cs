using Jingke.Domain;
using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Common.Periods;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Features.Analysis.Breakdowns;
using Jingke.Web.Features.Analysis.Extremes;
using Jingke.Web.Features.Analysis.Overview;
using Jingke.Web.Features.Analysis.Performance;
using Jingke.Web.Tabular.Writing;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Analysis;

/// <summary>Every table of the analysis pages as xlsx or csv: the same query string, all rows.</summary>
internal static class AnalysisFiles
{
    public static void MapAnalysisFiles(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/analysis").RequireAuthorization(Policies.Analyse, Policies.Export);
        files.MapGet("/export", MonthsAsync);
        files.MapGet("/years/export", YearsAsync);
        files.MapGet("/by/{dimension}/export", ByAsync);
        files.MapGet("/accounts/export", AccountsAsync);
        files.MapGet("/performance/export", Performance);
        files.MapGet("/extremes/export", ExtremesAsync);
    }

    /// <summary>What every file needs, with the period.</summary>
    internal sealed class Setting(
        IHttpContextAccessor http,
        ChosenPeriod chosen,
        OrganisationInForce organisation,
        IStringLocalizer<AnalysisTexts> texts
    ) : ExportSetting<AnalysisTexts>(http, organisation, texts)
    {
        public PeriodChoice Choice { get; } = chosen.Of(PeriodQuery.Of(http.HttpContext!.Request.Query));

        public ExportColumn Change => new(Choice.ChangeName, ExportType.Percent);

        /// <summary>Title with the days it speaks of.</summary>
        public string Title(string title) => $"{title} {Format.Date(Choice.Period.From)}~{Format.Date(Choice.Period.To)}";
    }

    private static async Task<ExportAnswer> MonthsAsync(Setting setting, SalesOverview query)
    {
        var found = await query.RunAsync(setting.Choice.Question);
        return new(
            setting.Title(setting.T["MonthsTitle"]),
            [setting.Column("Month"), setting.Column("ThisPeriod", ExportType.Money), setting.Column("ComparedPeriod", ExportType.Money)],
            found.Months.Select(month => new ExportCell[] { Format.Month(month.From), month.NetSales, month.PreviousNetSales })
        );
    }

    private static async Task<ExportAnswer> YearsAsync(Setting setting, SalesOverview query)
    {
        var found = await query.RunAsync(setting.Choice.Question);
        return new(
            setting.T["YearsTitle"],
            [
                setting.Column("Year", ExportType.Integer),
                setting.Column("NetSales", ExportType.Money),
                setting.Column("YearOnYear", ExportType.Percent),
                setting.Column("ActiveAccounts", ExportType.Integer),
                setting.Column("Orders", ExportType.Integer),
            ],
            found
                .Years.Reverse()
                .Select(year => new ExportCell[] { year.Year, year.NetSales, year.OnSameDays.Change, year.Accounts, year.Orders })
        );
    }

    private static async Task<ExportAnswer> ByAsync(string dimension, Setting setting, SalesByGroup query)
    {
        var word = DimensionWord.Find(dimension) ?? throw new NotFoundException("Dimension", dimension);
        var found = await query.RunAsync(
            setting.Choice.Question,
            word.Dimension,
            Sort.Parse(setting.Request.Query["sort"], "-sales", SalesByGroup.Sorts)
        );
        ExportAnswer.CheckRows(found.Rows.Count);
        var name = setting.T[$"By.{DimensionWord.Of(found.Dimension).Word}"];
        // The map shows the cities of one province.
        var province = setting.Request.Query["province"].ToString();
        var hasWithin = found.Rows.Any(row => row.Within.Length > 0);
        return new(
            setting.Title(setting.T["SalesBy", name]),
            [
                new(name),
                .. hasWithin ? [setting.Column($"Within.{found.Dimension}")] : Array.Empty<ExportColumn>(),
                setting.Column("ActiveAccounts", ExportType.Integer),
                setting.Column("AccountShare", ExportType.Percent),
                setting.Column("NetSales", ExportType.Money),
                setting.Column("Share", ExportType.Percent),
                setting.Column("Previous", ExportType.Money),
                setting.Change,
                .. found.Years.Select(year => new ExportColumn($"{year} {setting.T["ActiveAccounts"]}", ExportType.Integer)),
                .. found.Years.Select(year => new ExportColumn($"{year} {setting.T["NetSales"]}", ExportType.Money)),
            ],
            found
                .Rows.Where(row => province.Length == 0 || row.Key.StartsWith(province + "/", StringComparison.Ordinal))
                .Select(row =>
                    (ExportCell[])
                        [
                            row.Name,
                            .. hasWithin ? [row.Within] : Array.Empty<ExportCell>(),
                            row.Accounts,
                            row.AccountShare,
                            row.NetSales,
                            row.Share,
                            row.PreviousNetSales,
                            row.Change.Change,
                            .. found.Years.Select((_, at) => (ExportCell)(at < row.AccountsByYear.Count ? row.AccountsByYear[at] : 0)),
                            .. found.Years.Select((_, at) => (ExportCell)(at < row.SalesByYear.Count ? row.SalesByYear[at] : 0L)),
                        ]
                )
        );
    }

    private static async Task<ExportAnswer> AccountsAsync(Setting setting, AccountsOfGroup query)
    {
        var asked = setting.Request.Query;
        var filter = AccountsPage.Read(asked["dimension"], asked["group"], asked["show"]);
        var sort = Sort.Parse(asked["sort"], filter.Lost ? "-previous" : "-sales", AccountsOfGroup.Sorts);
        var (name, rows) = await query.AllAsync(setting.Choice.Question, filter, sort);
        return new(
            setting.Title(name.Length == 0 ? setting.T["AllAccounts"] : name),
            [
                setting.Column("Code"),
                setting.Column("Account"),
                setting.Column("NetSales", ExportType.Money),
                setting.Column("Share", ExportType.Percent),
                setting.Column("Previous", ExportType.Money),
                setting.Change,
                setting.Column("LastOn", ExportType.Date),
            ],
            rows.Select(row =>
                new ExportCell[] { row.Code, row.Name, row.NetSales, row.Share, row.PreviousNetSales, row.Change.Change, row.LastOn }
            )
        );
    }

    private static ExportAnswer Performance(Setting setting, PerformanceList query) =>
        new(
            setting.Title(setting.T["Tab.performance"]),
            [
                setting.Column("Year", ExportType.Integer),
                setting.Column("Rank", ExportType.Integer),
                setting.Column("Code"),
                setting.Column("Account"),
                setting.Column("ProductCode"),
                setting.Column("Product"),
                setting.Column("Quantity", ExportType.Quantity),
                setting.Column("NetSales", ExportType.Money),
                setting.Column("Share", ExportType.Percent),
                setting.Change,
            ],
            query
                .All(setting.Choice.Question, PairsPage.Read(name => setting.Request.Query[name]))
                .Select(row =>
                    new ExportCell[]
                    {
                        row.Year,
                        row.Rank,
                        row.AccountCode,
                        row.AccountName,
                        row.ProductCode,
                        row.ProductName,
                        row.Quantity,
                        row.NetSales,
                        row.Share,
                        row.Change.Change,
                    }
                )
        );

    private static async Task<ExportAnswer> ExtremesAsync(Setting setting, ExtremeAccounts query, CancellationToken cancel)
    {
        var (floor, _) = FloorText.Read(setting.Request.Query["floor"]);
        var found = await query.RunAsync(setting.Choice.Question, ExtremeAccounts.CountOf(setting.Request.Query["count"]), floor, cancel);
        var lists = new[] { ("Extremes.Top", found.Top), ("Extremes.Growth", found.Growth), ("Extremes.Decline", found.Decline) };
        return new(
            setting.Title(setting.T["Tab.extremes"]),
            [
                setting.Column("List"),
                setting.Column("Code"),
                setting.Column("Account"),
                setting.Column("NetSales", ExportType.Money),
                setting.Column("Previous", ExportType.Money),
                setting.Change,
                setting.Column("Rank", ExportType.Integer),
                setting.Column("PreviousRank", ExportType.Integer),
                setting.Column("Measure"),
            ],
            lists.SelectMany(list =>
                list.Item2.Select(row =>
                    new ExportCell[]
                    {
                        setting.T[list.Item1].Value,
                        row.Code,
                        row.Name,
                        row.Figures.NetSales,
                        row.Figures.PreviousNetSales,
                        row.Figures.YearOnYear.Change,
                        row.Figures.Rank,
                        row.Figures.PreviousRank,
                        row.Measure?.Text,
                    }
                )
            )
        );
    }
}
