using Jingke.Analytics.Tiers;
using Jingke.Domain;
using Jingke.Domain.Organisation;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger.Evaluation;

namespace Jingke.Web.Features.KeyAccounts.Rules;

/// <summary>Puts other tier rules into force. The old ones stay, so that an old verdict can be read with the rules of its day.</summary>
internal sealed class SaveTierRules(JingkeDbContext db, TierRulesInForce inForce, CurrentUser user, TimeProvider time)
{
    /// <summary>Saves them; rules equal to those in force are not saved again.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="basedOn">The rules that were in force when these were tried.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="RuleException">
    /// The codes of <see cref="TierRules.Problems"/>; <c>tier-rules.changed</c> when someone else saved rules meanwhile.
    /// </exception>
    public async Task RunAsync(TierRules rules, long basedOn, CancellationToken cancel)
    {
        if (rules.Problems() is [var problem, ..])
            throw new RuleException(problem);

        var current = await inForce.RunAsync(cancel);
        if (current.Id != basedOn)
            throw new RuleException("tier-rules.changed");
        if (current.Rules == rules)
            return;

        db.TierRuleSets.Add(
            new TierRuleSet
            {
                SavedAt = time.GetUtcNow().UtcDateTime,
                SavedById = user.Viewer.UserId,
                Rules = TierRulesInForce.ToJson(rules),
            }
        );
        await db.SaveChangesAsync(cancel);
    }
}
