using Jingke.Domain.Audit;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Jingke.Web.Data;

/// <summary>Writes down acts that change no entity: sign-ins, exports, passwords.</summary>
internal static class AuditNotes
{
    /// <summary>Adds an entry to the audit log; it is written with the next save.</summary>
    /// <param name="db">The context whose viewer did it.</param>
    /// <param name="action">What was done, in kebab case, e.g. <c>signed-in</c>.</param>
    /// <param name="subject">Kind of thing, as in the glossary, e.g. <c>User</c>.</param>
    /// <param name="subjectId">The thing's identifier; empty where there is none.</param>
    /// <param name="subjectName">The thing's name now.</param>
    /// <param name="by">Who did it, where that is not the viewer.</param>
    /// <param name="details">Words of the act that are no names, under the names of fields: how many rows, which filter. As JSON in the entry.</param>
    public static void Note(
        this JingkeDbContext db,
        string action,
        string subject,
        string subjectId = "",
        string subjectName = "",
        Guid? by = null,
        IReadOnlyDictionary<string, object?>? details = null
    ) =>
        db.AuditEntries.Add(
            new AuditEntry
            {
                At = db.GetService<TimeProvider>().GetUtcNow().UtcDateTime,
                UserId = by ?? (db.Viewer == Access.Viewer.Nobody ? null : db.Viewer.UserId),
                Action = action,
                Subject = subject,
                SubjectId = subjectId,
                SubjectName = subjectName,
                Changes = details is null
                    ? ""
                    : AuditedSave.Written(details.ToDictionary(pair => pair.Key, pair => (object?[])[null, pair.Value])),
            }
        );
}
