using System.Text.Json;
using Jingke.Domain.Accounts;
using Jingke.Domain.KeyAccounts;
using Jingke.Web.Data;
using Jingke.Web.Features.KeyAccounts.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.KeyAccounts.Policy;

/// <summary>
/// The company's contact strategy and sales policy by tier as saved last; until someone saves another one, a usual one in the reader's
/// language.
/// </summary>
internal sealed class ContactPolicyInForce(JingkeDbContext db, IStringLocalizer<KeyFileTexts> texts)
{
    /// <summary>The policies and the row they come from; 0 and nobody for the usual ones.</summary>
    public sealed record Answer(long Id, IReadOnlyDictionary<Tier, TierPolicy> Policies, DateTime? SavedAt, Guid? SavedById)
    {
        /// <summary>The policy of a tier; who has none is treated as an ordinary account.</summary>
        public TierPolicy Of(Tier? tier) => Policies[tier ?? Tier.Ordinary];
    }

    // Calls and visits of three priorities as sales managers set them: monthly and quarterly, quarterly and half-yearly, half-yearly and yearly.
    private static readonly Dictionary<Tier, (int Contact, int Visit)> Usual = new()
    {
        [Tier.Key] = (30, 90),
        [Tier.Rising] = (30, 90),
        [Tier.Ordinary] = (90, 180),
        [Tier.LetGo] = (180, 365),
    };

    /// <summary>Reads them.</summary>
    public async Task<Answer> RunAsync(CancellationToken cancel)
    {
        var saved = await db.ContactPolicySets.AsNoTracking().OrderByDescending(set => set.Id).FirstOrDefaultAsync(cancel);
        return saved is null
            ? new(0, Usual.ToDictionary(pair => pair.Key, pair => UsualOf(pair.Key)), null, null)
            : new(saved.Id, JsonSerializer.Deserialize<Dictionary<Tier, TierPolicy>>(saved.Policies)!, saved.SavedAt, saved.SavedById);
    }

    /// <summary>Policies in the form in which they are saved.</summary>
    public static string ToJson(IReadOnlyDictionary<Tier, TierPolicy> policies) => JsonSerializer.Serialize(policies);

    private TierPolicy UsualOf(Tier tier) =>
        new(Usual[tier].Contact, Usual[tier].Visit, texts[$"Usual.Who.{tier}"], texts[$"Usual.Terms.{tier}"]);
}
