using System.Text.Json;
using Jingke.Analytics.Tiers;
using Jingke.Domain.Organisation;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Ledger.Evaluation;

/// <summary>The company's tier rules as saved last; the defaults until someone saves others.</summary>
public sealed class TierRulesInForce(JingkeDbFactory factory)
{
    /// <summary>The rules and the row they come from.</summary>
    public sealed record Answer(long Id, TierRules Rules, DateTime SavedAt, Guid? SavedById);

    /// <summary>Reads them.</summary>
    public async Task<Answer> RunAsync(CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var saved = await db.TierRuleSets.AsNoTracking().OrderByDescending(set => set.Id).FirstAsync(cancel);
        return new(saved.Id, FromJson(saved.Rules), saved.SavedAt, saved.SavedById);
    }

    /// <summary>Rules from their saved form; empty means the defaults.</summary>
    public static TierRules FromJson(string json) => json.Length == 0 ? TierRules.Default : JsonSerializer.Deserialize<TierRules>(json)!;

    /// <summary>Rules in the form in which <see cref="TierRuleSet"/> saves them.</summary>
    public static string ToJson(TierRules rules) => JsonSerializer.Serialize(rules);
}
