using Jingke.Analytics.Retention;
using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Common.Reasons;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Features.Churn.Kinds;
using Jingke.Web.Features.Churn.List;
using Jingke.Web.Features.Churn.Retained;
using Jingke.Web.Features.Churn.Reviews;
using Jingke.Web.Ledger.Churn;
using Jingke.Web.Ledger.Findings;
using Jingke.Web.Tabular.Writing;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Churn;

/// <summary>Every table of the pages about staying and going as xlsx or csv: the same query string, all rows.</summary>
internal static class ChurnExport
{
    public static void MapChurnExport(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/churn").RequireAuthorization(Policies.Analyse, Policies.Export);
        files.MapGet("/export", AtRiskAsync);
        files.MapGet("/accounts/export", AccountsAsync);
        files.MapGet("/lost/export", KindsAsync);
        files.MapGet("/retention/export", RetentionAsync);
        files.MapGet("/cohorts/export", CohortsAsync);
        files.MapGet("/reviews/export", ReviewsAsync);
    }

    /// <summary>What every file needs, with what the viewer sees.</summary>
    internal sealed class Setting(
        IHttpContextAccessor http,
        SeenChurn churn,
        OrganisationInForce organisation,
        IStringLocalizer<ChurnTexts> texts
    ) : ExportSetting<ChurnTexts>(http, organisation, texts)
    {
        public Task<Seen<ChurnFindings>> SeenAsync(CancellationToken cancel) => churn.RunAsync(cancel);
    }

    private static Task<ExportAnswer> AtRiskAsync(Setting setting, ChurnAccounts query, CancellationToken cancel) =>
        ListAsync(setting, query, AtRiskPage.AtRisk(setting.Address), "-stake", cancel);

    private static Task<ExportAnswer> AccountsAsync(Setting setting, ChurnAccounts query, CancellationToken cancel) =>
        ListAsync(setting, query, ChurnFilter.Of(setting.Address), "-sales", cancel);

    private static async Task<ExportAnswer> ListAsync(
        Setting setting,
        ChurnAccounts query,
        ChurnFilter filter,
        string standard,
        CancellationToken cancel
    )
    {
        var seen = await setting.SeenAsync(cancel);
        var sort = Sort.Parse(setting.Address.Get("sort"), standard, ChurnAccounts.Sorts);
        var found = await query.FindAsync(seen, filter, sort, cancel);
        ExportAnswer.CheckRows(found.Accounts.Length);
        return new(
            setting.T[filter.State == ChurnState.AtRisk ? "Tab.risk" : "Title"],
            [
                setting.Column("Code"),
                setting.Column("Account", width: 32),
                setting.Column("State"),
                setting.Column("TierThen"),
                setting.Column("Owner"),
                setting.Column("FirstOrder", ExportType.Date, 12),
                setting.Column("LastOrder", ExportType.Date, 12),
                setting.Column("OrderDays", ExportType.Integer),
                setting.Column("Silence", ExportType.Integer),
                setting.Column("Gap", ExportType.Integer),
                setting.Column("LastYearSales", ExportType.Money),
                setting.Column("Alive", ExportType.Percent),
                setting.Column("Expected", ExportType.Money),
                setting.Column("AtStake", ExportType.Money),
                setting.Column("Value", ExportType.Money),
                setting.Column("Why", width: 60),
            ],
            ChurnAccounts
                .AllOf(seen, found)
                .Select(row =>
                    new ExportCell[]
                    {
                        row.Code,
                        row.Name,
                        ChurnWords.Of(row.Figure.State),
                        row.Figure.TierThen is { } tier ? CommonTexts.Get($"Tier.{tier}") : null,
                        row.Owner,
                        row.Figure.Rhythm.FirstOn,
                        row.Figure.Rhythm.LastOn,
                        row.Figure.Rhythm.OrderDays,
                        row.Figure.Rhythm.SilenceDays,
                        row.Figure.Rhythm.GapDays is { } gap ? (int)Math.Round(gap) : (int?)null,
                        row.Figure.Rhythm.LastYearSales,
                        row.Figure.Alive,
                        row.Figure.ExpectedSales,
                        row.Figure.State == ChurnState.AtRisk ? row.Figure.AtStake : (long?)null,
                        row.Figure.Value,
                        ChurnWords.Of(row.Figure, setting.Currency),
                    }
                )
        );
    }

    private static async Task<ExportAnswer> KindsAsync(Setting setting, LossKinds query, CancellationToken cancel)
    {
        var found = query.Run(await setting.SeenAsync(cancel), setting.Address.Get("by"));
        return new(
            setting.T["LostBy", setting.T[$"By.{found.By}"].Value],
            [
                new(setting.T[$"By.{found.By}"], Width: 24),
                setting.Column("LostAccounts", ExportType.Integer),
                setting.Column("LossRate", ExportType.Percent),
                setting.Column("LastYearSales", ExportType.Money),
                setting.Column("AtRiskAccounts", ExportType.Integer),
                setting.Column("EverOrdered", ExportType.Integer),
            ],
            found.Rows.Select(row => new ExportCell[] { row.Name, row.Lost, row.LossRate, row.LostSales, row.AtRisk, row.Accounts })
        );
    }

    private static async Task<ExportAnswer> RetentionAsync(Setting setting, RetentionReport query, CancellationToken cancel)
    {
        var found = query.Run(await setting.SeenAsync(cancel), CohortFilter.GrainOf(setting.Address));
        return new(
            setting.T["RetentionChart"],
            [
                setting.Column("MonthsTo", ExportType.Date, 12),
                setting.Column("NetRevenueRetention", ExportType.Percent),
                setting.Column("GrossRevenueRetention", ExportType.Percent),
                setting.Column("AccountRetention", ExportType.Percent),
                setting.Column("BaseAccounts", ExportType.Integer),
                setting.Column("KeptAccounts", ExportType.Integer),
                setting.Column("BaseSales", ExportType.Money),
                setting.Column("LostSales", ExportType.Money),
                setting.Column("Contraction", ExportType.Money),
                setting.Column("Expansion", ExportType.Money),
                setting.Column("Regained", ExportType.Money),
                setting.Column("NewSales", ExportType.Money),
                setting.Column("NetSales", ExportType.Money),
            ],
            found.Points.Select(point =>
                new ExportCell[]
                {
                    point.Period.To,
                    point.NetRevenueRetention,
                    point.GrossRevenueRetention,
                    point.AccountRetention,
                    point.BaseAccounts,
                    point.KeptAccounts,
                    point.BaseSales,
                    -point.LostSales,
                    -point.Contraction,
                    point.Expansion,
                    point.RegainedSales,
                    point.NewSales,
                    point.NetSales,
                }
            )
        );
    }

    private static async Task<ExportAnswer> CohortsAsync(Setting setting, RetentionReport query, CancellationToken cancel)
    {
        var grain = CohortFilter.GrainOf(setting.Address);
        var found = query.Run(await setting.SeenAsync(cancel), grain).Cohorts;
        return new(
            setting.T["Cohorts"],
            [
                setting.Column("FirstOrder"),
                setting.Column("CohortSize", ExportType.Integer),
                setting.Column("Later", ExportType.Integer),
                setting.Column("StillOrdered", ExportType.Integer),
                setting.Column("AccountRetention", ExportType.Percent),
                setting.Column("NetSales", ExportType.Money),
            ],
            found.Rows.SelectMany(row =>
                row.Cells.Select(
                    (cell, later) =>
                        new ExportCell[]
                        {
                            CohortNames.Of(grain, row.From),
                            row.Accounts,
                            later,
                            cell.Accounts,
                            (double)cell.Accounts / row.Accounts,
                            cell.NetSales,
                        }
                )
            )
        );
    }

    private static async Task<ExportAnswer> ReviewsAsync(Setting setting, LossReviewList query, Clock clock, CancellationToken cancel) =>
        new(
            setting.T["Reviewed"],
            [
                setting.Column("Account", width: 32),
                setting.Column("Cause", width: 16),
                setting.Column("Story", width: 60),
                setting.Column("Lesson", width: 60),
                setting.Column("LastOrder", ExportType.Date, 12),
                setting.Column("LastYearSales", ExportType.Money),
                setting.Column("WrittenBy"),
                setting.Column("WrittenOn", ExportType.Date, 12),
            ],
            query
                .AllAsync(await setting.SeenAsync(cancel), setting.Address.Get("cause"), cancel)
                .Select(row =>
                    new ExportCell[]
                    {
                        row.Account,
                        row.CauseName,
                        row.Story,
                        row.Lesson,
                        row.LastOrderOn,
                        row.LastYearSales,
                        row.By,
                        DateOnly.FromDateTime(clock.ToLocal(row.At)),
                    }
                )
        );
}
