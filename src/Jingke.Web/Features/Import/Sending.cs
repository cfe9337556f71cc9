using Jingke.Domain;
using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Importing;
using Jingke.Web.Features.Import.Checking;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import;

/// <summary>Sends a batch on its way: to the dry run, back to its columns, to the load; or throws away one that was never loaded.</summary>
internal sealed class Sending(JingkeDbContext db, ImportFiles files)
{
    /// <summary>Asks for the dry run.</summary>
    public Task CheckAsync(long id, CancellationToken cancel) => SaveAsync(id, batch => batch.AskForCheck(), cancel);

    /// <summary>Goes back to the columns.</summary>
    public Task MapAgainAsync(long id, CancellationToken cancel) => SaveAsync(id, batch => batch.MapAgain(), cancel);

    /// <summary>Asks for the load.</summary>
    /// <exception cref="RuleException"><c>import.questions-open</c>: the dry run has found something that has to be answered first.</exception>
    public Task LoadAsync(long id, CancellationToken cancel) =>
        SaveAsync(
            id,
            batch =>
            {
                if (!Findings.Parse(batch.Findings).MayLoad)
                    throw new RuleException("import.questions-open");
                batch.AskForLoad();
            },
            cancel
        );

    /// <summary>Removes a batch of which nothing was loaded, with its file.</summary>
    /// <returns>The file's name.</returns>
    public async Task<string> RemoveAsync(long id, CancellationToken cancel)
    {
        var batch = await FindAsync(id, cancel);
        if (batch.State is not (ImportState.Uploaded or ImportState.Checked or ImportState.Failed))
            throw new RuleException(batch.IsUnderWay ? "import.under-way" : "import.over", batch.FileName);
        db.Remove(batch);
        await db.SaveChangesAsync(cancel);
        files.Remove(batch.StoredAs);
        return batch.FileName;
    }

    private async Task SaveAsync(long id, Action<ImportBatch> act, CancellationToken cancel)
    {
        act(await FindAsync(id, cancel));
        await db.SaveChangesAsync(cancel);
    }

    private async Task<ImportBatch> FindAsync(long id, CancellationToken cancel)
    {
        var batch =
            await db.ImportBatches.FirstOrDefaultAsync(one => one.Id == id, cancel) ?? throw new NotFoundException(nameof(ImportBatch), id);
        db.Viewer.RequireMayBring(batch.Kind);
        return batch;
    }
}
