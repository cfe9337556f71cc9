using Jingke.Domain.Duplicates;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Duplicates.Merging;

/// <summary>Merges into accounts within the viewer's scope, the latest first.</summary>
internal sealed class MergeList(JingkeDbContext db, TimeProvider time)
{
    /// <summary>A merge.</summary>
    public sealed record Row(
        long Id,
        long IntoId,
        string Into,
        string From,
        DateTime At,
        Guid? ById,
        DateTime? UndoneAt,
        Guid? UndoneById,
        bool MayUndo
    );

    /// <summary>One page of merges.</summary>
    public Task<Page<Row>> RunAsync(PageRequest wanted, CancellationToken cancel)
    {
        var since = time.GetUtcNow().UtcDateTime.AddDays(-AccountMerging.UndoDays);
        var all = db.Accounts.IgnoreQueryFilters();
        return db
            .AccountMergings.AsNoTracking()
            .Join(
                db.Accounts.IgnoreQueryFilters([JingkeDbContext.BinFilter]),
                merging => merging.IntoId,
                account => account.Id,
                (merging, into) => new { merging, into }
            )
            .OrderByDescending(pair => pair.merging.Id)
            .Select(pair => new Row(
                pair.merging.Id,
                pair.into.Id,
                pair.into.Name,
                all.Where(account => account.Id == pair.merging.FromId).Select(account => account.Name).FirstOrDefault() ?? "",
                pair.merging.At,
                pair.merging.ById,
                pair.merging.UndoneAt,
                pair.merging.UndoneById,
                pair.merging.UndoneAt == null && pair.merging.At >= since && pair.into.MergedIntoId == null
            ))
            .ToPageAsync(wanted, cancel);
    }
}
