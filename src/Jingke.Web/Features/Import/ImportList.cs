using Jingke.Domain.Imports;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import;

/// <summary>Imports, the newest first.</summary>
internal sealed class ImportList(JingkeDbContext db)
{
    public Task<Page<ImportBatch>> RunAsync(PageRequest page, CancellationToken cancel) =>
        db.ImportBatches.AsNoTracking().OrderByDescending(batch => batch.Id).ToPageAsync(page, cancel);
}
