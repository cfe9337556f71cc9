using Jingke.Domain.Audit;
using Jingke.Web.Common;
using Jingke.Web.Common.Audit;
using Jingke.Web.Common.Exports;
using Jingke.Web.Data.Access;
using Jingke.Web.Tabular.Writing;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.AuditLog;

/// <summary>The audit log as a file: what the page's filter keeps, newest first.</summary>
internal static class AuditExport
{
    /// <summary>Maps the endpoint. Whoever may read the log may take it out, which is itself written down.</summary>
    public static void MapAuditExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/settings/audit/export", Run).RequireAuthorization(Policies.SeeAudit, Policies.Export);

    private static ExportAnswer Run(
        HttpContext http,
        AuditList log,
        ChangeWords changes,
        Clock clock,
        IStringLocalizer<AuditLogTexts> words
    )
    {
        var filter = AuditFilter.Of(PageAddress.Of(http.Request));
        ExportColumn[] columns =
        [
            new(words["When"], Width: 17),
            new(words["Who"], Width: 12),
            new(words["Action"], Width: 12),
            new(words["Subject"], Width: 12),
            new(words["Name"], Width: 32),
            new(words["Changes"], Width: 60),
        ];
        return new(words["AuditLog"], columns, log.All(filter).Select(entry => Cells(entry, changes, clock)));
    }

    private static ExportCell[] Cells(AuditEntry entry, ChangeWords words, Clock clock) =>
        [
            Format.Time(clock.ToLocal(entry.At)),
            words.Person(entry.UserId),
            words.Action(entry.Action),
            words.Subject(entry.Subject),
            entry.SubjectName,
            string.Join("; ", words.Of(entry.Subject, entry.Changes).Select(Written)),
        ];

    private static string Written(FieldChange change) =>
        change.Before is null ? $"{change.Field}: {change.After}" : $"{change.Field}: {change.Before} → {change.After}";
}
