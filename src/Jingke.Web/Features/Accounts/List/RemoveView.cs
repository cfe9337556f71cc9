using Jingke.Domain;
using Jingke.Domain.Organisation;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.List;

/// <summary>Forgets a saved view. Only whoever made it can; others would lose it without knowing why.</summary>
internal sealed class RemoveView(JingkeDbContext db, CurrentUser user)
{
    /// <summary>Removes the view.</summary>
    /// <exception cref="NotFoundException">There is no such view, or it is a colleague's.</exception>
    public async Task RunAsync(long id, CancellationToken cancel)
    {
        var view =
            await db.SavedViews.SingleOrDefaultAsync(each => each.Id == id && each.UserId == user.Id, cancel)
            ?? throw new NotFoundException(nameof(SavedView), id);
        db.Remove(view);
        await db.SaveChangesAsync(cancel);
    }
}
