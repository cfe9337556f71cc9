using Jingke.Domain;
using Jingke.Domain.Organisation;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.List;

/// <summary>Keeps what a list shows under a name; the same name again replaces it.</summary>
internal sealed class SaveView(JingkeDbContext db, CurrentUser user, TimeProvider time)
{
    /// <summary>Most views of a person on a page.</summary>
    public const int Most = 100;

    private const int LongestName = 50;
    private const int LongestQuery = 2_000;

    /// <summary>Saves the view.</summary>
    /// <param name="address">The list as it is shown.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="shared">Whether colleagues see it too. They see the view, not what it finds: that is limited to their own scope.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="RuleException"><c>view.name-missing</c>, <c>view.name-too-long</c>, <c>view.too-many</c></exception>
    public async Task RunAsync(PageAddress address, string? name, bool shared, CancellationToken cancel)
    {
        var trimmed = name?.Trim() ?? "";
        if (trimmed.Length == 0)
            throw new RuleException("view.name-missing");
        if (trimmed.Length > LongestName)
            throw new RuleException("view.name-too-long", LongestName);
        var query = QueryOf(address);
        if (query.Length > LongestQuery)
            throw new RuleException("bad-request");

        var me = user.Id!.Value;
        var mine = await db.SavedViews.Where(view => view.Page == address.Path && view.UserId == me).ToListAsync(cancel);
        var before = mine.Find(view => view.Name == trimmed);
        if (before is null && mine.Count >= Most)
            throw new RuleException("view.too-many", Most);
        if (before is not null)
            db.Remove(before);
        db.Add(
            new SavedView
            {
                Page = address.Path,
                Name = trimmed,
                Query = query,
                UserId = me,
                Shared = shared,
                CreatedAt = time.GetUtcNow().UtcDateTime,
            }
        );
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The part of an address that a view keeps: everything but the page.</summary>
    public static string QueryOf(PageAddress address) => address.With("page", null).ToString()[address.Path.Length..].TrimStart('?');
}
