using Jingke.Domain.Credit;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Credit.Rules;

/// <summary>The items of a scorecard, with those that are out of use.</summary>
internal sealed class ScoreItemList(JingkeDbContext db)
{
    /// <summary>An item.</summary>
    /// <param name="Item">The item.</param>
    /// <param name="Share">Its share of the weight in use, 0 to 1; null while it is out of use.</param>
    public sealed record Row(ScoreItem Item, double? Share);

    /// <summary>Lists them by their place.</summary>
    public async Task<IReadOnlyList<Row>> RunAsync(ScorecardKind card, CancellationToken cancel)
    {
        var items = await db
            .ScoreItems.AsNoTracking()
            .Where(item => item.Card == card)
            .OrderBy(item => item.Position)
            .ThenBy(item => item.Id)
            .ToListAsync(cancel);
        var total = items.Where(item => item.IsActive).Sum(item => item.Weight);
        return [.. items.Select(item => new Row(item, item.IsActive ? (double)item.Weight / total : null))];
    }
}
