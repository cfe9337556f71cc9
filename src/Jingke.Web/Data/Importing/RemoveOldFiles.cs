using Jingke.Domain.Imports;
using Jingke.Web.Data.Attachments;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Importing;

/// <summary>
/// Removes the files of imports that ended <see cref="JingkeOptions.KeepFilesDays"/> ago; an import that was left lying for as long
/// before its load ends here, and attachments of accounts that are gone. Nothing that waits, runs or can be taken up again loses its file. Safe to run twice, and on every node.
/// </summary>
internal sealed class RemoveOldFiles(
    JingkeDbFactory factory,
    ImportFiles files,
    AttachmentFiles attachments,
    JingkeOptions options,
    TimeProvider time,
    ILogger<RemoveOldFiles> log
)
{
    /// <summary>Removes them.</summary>
    /// <returns>Number of files removed.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var before = now.AddDays(-options.KeepFilesDays);
        await using var db = factory.CreateForSystem();
        await LetGoAsync(db, before, cancel);
        await GiveUpAsync(db, now, before, cancel);

        // The database first: a crash in between leaves folders that belong to no import, as one during an upload does.
        var wanted = await db.ImportBatches.Where(batch => batch.StoredAs != "").Select(batch => batch.StoredAs).ToListAsync(cancel);
        var attached = await db
            .Attachments.IgnoreQueryFilters([JingkeDbContext.BinFilter])
            .Select(each => each.StoredAs)
            .ToHashSetAsync(StringComparer.Ordinal, cancel);
        // A day, so that one which is just being brought is not taken for one that belongs to nothing.
        var removed = files.RemoveAllBut(wanted, before) + attachments.RemoveAllBut(attached, now.AddDays(-1));
        if (removed > 0)
            log.LogInformation(
                "Removed {Files} files: of imports older than {Days} days, and of accounts that are gone",
                removed,
                options.KeepFilesDays
            );
        return removed;
    }

    private static Task<int> LetGoAsync(JingkeDbContext db, DateTime before, CancellationToken cancel) =>
        db
            .ImportBatches.Where(batch =>
                batch.StoredAs != ""
                && (batch.State == ImportState.Done || batch.State == ImportState.Undone || batch.State == ImportState.Failed)
                && (batch.FinishedAt ?? batch.CreatedAt) < before
            )
            .ExecuteUpdateAsync(
                set => set.SetProperty(batch => batch.StoredAs, "").SetProperty(batch => batch.Version, batch => batch.Version + 1),
                cancel
            );

    private Task<int> GiveUpAsync(JingkeDbContext db, DateTime now, DateTime before, CancellationToken cancel) =>
        db
            .ImportBatches.Where(batch =>
                (batch.State == ImportState.Uploaded || batch.State == ImportState.Checked) && batch.CreatedAt < before
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(batch => batch.StoredAs, "")
                        .SetProperty(batch => batch.State, ImportState.Failed)
                        .SetProperty(batch => batch.FinishedAt, now)
                        .SetProperty(batch => batch.ErrorCode, "import.left-lying")
                        .SetProperty(batch => batch.ErrorArgs, $"[{options.KeepFilesDays}]")
                        .SetProperty(batch => batch.Version, batch => batch.Version + 1),
                cancel
            );
}
