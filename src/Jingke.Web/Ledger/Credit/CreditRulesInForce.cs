using Jingke.Domain.Credit;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Ledger.Credit;

/// <summary>What the company judges credit by: its rules as saved last and the items of its scorecards.</summary>
internal sealed class CreditRulesInForce(JingkeDbFactory factory)
{
    /// <summary>The rules, the row they come from (0 for the defaults), and the items in use by their place.</summary>
    public sealed record Answer(long Id, CreditRules Rules, IReadOnlyList<ScoreItem> Items)
    {
        /// <summary>Items of a card.</summary>
        public IReadOnlyList<ScoreItem> Of(ScorecardKind card) => [.. Items.Where(item => item.Card == card)];
    }

    /// <summary>Reads them.</summary>
    public async Task<Answer> RunAsync(CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var saved = await db.CreditRuleSets.AsNoTracking().OrderByDescending(set => set.Id).FirstOrDefaultAsync(cancel);
        var items = await db
            .ScoreItems.AsNoTracking()
            .Where(item => item.IsActive)
            .OrderBy(item => item.Position)
            .ThenBy(item => item.Id)
            .ToListAsync(cancel);
        return new(saved?.Id ?? 0, saved is null ? CreditRules.Default : CreditRules.OfJson(saved.Rules), items);
    }
}
