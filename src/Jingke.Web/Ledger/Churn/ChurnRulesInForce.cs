using System.Text.Json;
using Jingke.Analytics.Retention;
using Jingke.Domain.Churn;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Ledger.Churn;

/// <summary>The company's bounds of what counts as at risk and lost, as saved last; the defaults until someone saves others.</summary>
public sealed class ChurnRulesInForce(JingkeDbFactory factory)
{
    /// <summary>The bounds and the row they come from; 0 and nobody for the defaults.</summary>
    public sealed record Answer(long Id, ChurnRules Rules, DateTime? SavedAt, Guid? SavedById);

    /// <summary>Reads them.</summary>
    public async Task<Answer> RunAsync(CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var saved = await db.ChurnRuleSets.AsNoTracking().OrderByDescending(set => set.Id).FirstOrDefaultAsync(cancel);
        return saved is null
            ? new(0, ChurnRules.Default, null, null)
            : new(saved.Id, JsonSerializer.Deserialize<ChurnRules>(saved.Rules)!, saved.SavedAt, saved.SavedById);
    }

    /// <summary>Bounds in the form in which <see cref="ChurnRuleSet"/> saves them.</summary>
    public static string ToJson(ChurnRules rules) => JsonSerializer.Serialize(rules);
}
