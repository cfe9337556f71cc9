using System.Globalization;
using Jingke.Domain;
using Jingke.Domain.Imports;
using Jingke.Domain.Receivables;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Undoing;

/// <summary>Asks to take an import back. The worker does it.</summary>
internal sealed class AskUndo(JingkeDbContext db)
{
    /// <summary>Asks for the undo of a batch.</summary>
    /// <exception cref="RuleException"><c>import.changed-later</c> names the later import; see also <see cref="ImportBatch.AskForUndo"/>.</exception>
    public async Task RunAsync(long id, CancellationToken cancel)
    {
        var batch = await db.ImportBatches.FindAsync([id], cancel) ?? throw new NotFoundException(nameof(ImportBatch), id);
        db.Viewer.RequireMayBring(batch.Kind);
        if (await LaterAsync(db, id, cancel) is { } later)
            throw new RuleException(
                "import.changed-later",
                batch.FileName,
                later.FileName,
                later.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            );
        batch.AskForUndo();
        db.Note("undone", nameof(ImportBatch), id.ToString(CultureInfo.InvariantCulture), batch.FileName);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>A later import that has changed lines or invoices of this one; it would have to be undone first.</summary>
    public static Task<ImportBatch?> LaterAsync(JingkeDbContext db, long id, CancellationToken cancel)
    {
        var invoices = db.ImportedChanges.Where(change => change.Subject == nameof(Receivable));
        return db
            .ImportBatches.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(batch =>
                batch.Id != id && db.ReplacedLines.Any(line => line.ChangedByBatchId == id && line.ReplacedByBatchId == batch.Id)
                || batch.Id > id
                    && invoices.Any(change =>
                        change.BatchId == batch.Id
                        && (
                            db.Receivables.Any(invoice => invoice.Id == change.SubjectId && invoice.CreatedByBatchId == id)
                            || invoices.Any(before => before.BatchId == id && before.SubjectId == change.SubjectId)
                        )
                    )
            )
            .OrderByDescending(batch => batch.Id)
            .FirstOrDefaultAsync(cancel);
    }
}
