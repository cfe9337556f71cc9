using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Jingke.Web.Tabular.Writing;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>The lists of files and of measures as files: what the pages show, all rows.</summary>
internal static class FilesExport
{
    public static void MapFilesExport(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/key-accounts").RequireAuthorization(Policies.Analyse, Policies.Export);
        files.MapGet("/files/export", FilesAsync);
        files.MapGet("/measures/export", Measures);
    }

    /// <summary>What both need, with people's names.</summary>
    internal sealed class Setting(
        IHttpContextAccessor http,
        OrganisationInForce organisation,
        PeopleDirectory people,
        Clock clock,
        IStringLocalizer<KeyFileTexts> texts
    ) : ExportSetting<KeyFileTexts>(http, organisation, texts)
    {
        public Clock Clock => clock;

        public string? NameOf(Guid? id) => people.Current.Find(id)?.Name;
    }

    private static ExportAnswer FilesAsync(Setting setting, FileList list, CancellationToken cancel)
    {
        var sort = Sort.Parse(setting.Address.Get("sort"), "-sales", FileList.Sorts);
        var rows = list.AllAsync(FileFilter.Of(setting.Address), sort, cancel);
        return new(
            setting.T["Files"],
            [
                setting.Column("Code", width: 14),
                setting.Column("Account", width: 32),
                setting.Column("Tier"),
                setting.Column("Owner"),
                setting.Column("NetSales", ExportType.Money, 18),
                setting.Column("YearOnYear", ExportType.Percent),
                setting.Column("Completeness", ExportType.Percent),
                setting.Column("Missing", width: 40),
                setting.Column("OpenMeasures", ExportType.Integer),
                setting.Column("OverdueMeasures", ExportType.Integer),
                setting.Column("LastContact", ExportType.Date, 12),
                setting.Column("LastReview", ExportType.Date, 12),
                setting.Column("NextReview", ExportType.Date, 12),
            ],
            rows.Select(row =>
                new ExportCell[]
                {
                    row.Code,
                    row.Name,
                    row.Tier is { } tier ? CommonTexts.Get($"Tier.{tier}") : null,
                    setting.NameOf(row.OwnerId),
                    row.NetSales,
                    row.YearOnYear,
                    row.State.Completeness,
                    FileWords.Missing(setting.T, row.State),
                    row.State.Open,
                    row.State.Overdue,
                    row.LastContactOn,
                    row.State.ReviewedOn,
                    row.State.NextReviewOn,
                }
            )
        );
    }

    private static ExportAnswer Measures(Setting setting, MeasureList list)
    {
        var show = MeasureList.ShowOf(setting.Address);
        return new(
            setting.T[$"Measures.{show}"],
            [
                setting.Column("What", width: 48),
                setting.Column("Account", width: 32),
                setting.Column("Responsible"),
                setting.Column("DueOn", ExportType.Date, 12),
                setting.Column("DoneOn", ExportType.Date, 12),
                setting.Column("Outcome", width: 60),
            ],
            list.All(show)
                .Select(row =>
                    new ExportCell[]
                    {
                        row.What,
                        row.Account,
                        setting.NameOf(row.OwnerId),
                        row.DueOn,
                        row.DoneAt is { } at ? DateOnly.FromDateTime(setting.Clock.ToLocal(at)) : (DateOnly?)null,
                        row.Outcome,
                    }
                )
        );
    }
}
