using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.List;

/// <summary>Saved views of a list: one's own, and those that colleagues share.</summary>
internal sealed class SavedViewList(JingkeDbContext db, CurrentUser user)
{
    /// <summary>The views of a page, one's own first.</summary>
    public async Task<IReadOnlyList<SavedViewRow>> RunAsync(string page, CancellationToken cancel)
    {
        var me = user.Id;
        return await db
            .SavedViews.AsNoTracking()
            .Where(view => view.Page == page && (view.Shared || view.UserId == me))
            .OrderBy(view => view.UserId != me)
            .ThenBy(view => view.Name)
            .Select(view => new SavedViewRow(view.Id, view.Name, view.Query, view.Shared, view.UserId == me))
            .Take(SaveView.Most)
            .ToListAsync(cancel);
    }

    /// <summary>The view that an address shows; null when it shows none exactly.</summary>
    public static SavedViewRow? ActiveAt(IReadOnlyList<SavedViewRow> views, PageAddress address) =>
        SaveView.QueryOf(address) is { Length: > 0 } query ? views.FirstOrDefault(view => view.Query == query) : null;
}

/// <summary>A view.</summary>
public sealed record SavedViewRow(long Id, string Name, string Query, bool Shared, bool IsMine);
