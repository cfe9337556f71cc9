using Jingke.Domain.Imports;
using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Jingke.Web.Features.Import.Unattributed;
using Jingke.Web.Tabular.Writing;

namespace Jingke.Web.Features.Import;

/// <summary>The imports, and the groups of lines without a customer, as files.</summary>
internal static class ImportExport
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapImportExports(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/imports").RequireAuthorization(Policies.Import, Policies.Export);
        files.MapGet("export", Imports);
        files.MapGet("unattributed/export", Unattributed).RequireAuthorization(Policies.ImportEverything);
    }

    private static ExportAnswer Imports(ImportList list, PeopleDirectory people, Clock clock)
    {
        ExportColumn[] columns =
        [
            new(ImportTexts.Get("File"), Width: 32),
            new(ImportTexts.Get("Kind"), Width: 14),
            new(ImportTexts.Get("State"), Width: 10),
            new(ImportTexts.Get("Accepted"), ExportType.Integer),
            new(ImportTexts.Get("Duplicate"), ExportType.Integer),
            new(ImportTexts.Get("Rejected"), ExportType.Integer),
            new(ImportTexts.Get("By"), Width: 12),
            new(ImportTexts.Get("At"), Width: 17),
        ];
        return new(ImportTexts.Get("Imports"), columns, list.All().Select(batch => Cells(batch, people.Current, clock)));
    }

    private static ExportCell[] Cells(ImportBatch batch, PeopleDirectory.Snapshot people, Clock clock) =>
        [
            batch.FileName,
            ImportTexts.Get($"Kind.{batch.Kind}"),
            ImportTexts.Get($"State.{batch.State}"),
            CountOf(batch, batch.Accepted),
            CountOf(batch, batch.Duplicate),
            CountOf(batch, batch.Rejected),
            people.Find(batch.CreatedById)?.Name ?? ImportTexts.Get("CommandLine"),
            Format.Time(clock.ToLocal(batch.CreatedAt)),
        ];

    private static long? CountOf(ImportBatch batch, long count) => batch.StartedAt is null ? null : count;

    private static ExportAnswer Unattributed(HttpContext http, UnattributedSummary summary, OrganisationInForce organisation)
    {
        var filter = UnattributedSummary.Filter.Of(PageAddress.Of(http.Request));
        ExportColumn[] columns =
        [
            new(ImportTexts.Get($"Group.{filter.By}"), Width: 24),
            new(ImportTexts.Get("Lines"), ExportType.Integer),
            new($"{ImportTexts.Get("Amount")} ({Unit.Of(organisation.Current.Currency)})", ExportType.Money, 18),
            new(ImportTexts.Get("FirstDay"), ExportType.Date, 12),
            new(ImportTexts.Get("LastDay"), ExportType.Date, 12),
        ];
        return new(
            ImportTexts.Get("Unattributed"),
            columns,
            summary.All(filter, http.RequestAborted).Select(row => new ExportCell[] { row.Name, row.Lines, row.Amount, row.From, row.To })
        );
    }
}
