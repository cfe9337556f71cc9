using Jingke.Domain.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Duplicates;

/// <summary>What happens with a new account that is perhaps there already, for each mark.</summary>
internal sealed class DuplicateRules(JingkeDbContext db)
{
    /// <summary>The rules in force.</summary>
    public async Task<IReadOnlyDictionary<DuplicateMark, DuplicateAction>> RunAsync(CancellationToken cancel)
    {
        var saved = await db.DuplicateRules.AsNoTracking().ToDictionaryAsync(rule => rule.Mark, rule => rule.Action, cancel);
        return Enum.GetValues<DuplicateMark>()
            .ToDictionary(mark => mark, mark => saved.TryGetValue(mark, out var action) ? action : DuplicateRule.Default(mark));
    }
}
