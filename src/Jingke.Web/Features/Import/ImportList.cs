using Jingke.Domain.Imports;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import;

/// <summary>Imports, the newest first.</summary>
internal sealed class ImportList(JingkeDbContext db)
{
    /// <summary>One page.</summary>
    public Task<Page<ImportBatch>> RunAsync(PageRequest page, CancellationToken cancel) => Batches.ToPageAsync(page, cancel);

    /// <summary>All of them, read one after another; for exports.</summary>
    public IAsyncEnumerable<ImportBatch> All() => Batches.AsAsyncEnumerable();

    private IQueryable<ImportBatch> Batches =>
        KindsAllowed.Of(db.Viewer, db.ImportBatches.AsNoTracking()).OrderByDescending(batch => batch.Id);
}
