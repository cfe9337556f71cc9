using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.KeyAccounts;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.KeyAccounts.Policy;

/// <summary>Changes how accounts of a tier are looked after and sold to. What held before stays in the database.</summary>
internal sealed class SavePolicy(JingkeDbContext db, ContactPolicyInForce inForce, TimeProvider time)
{
    /// <summary>What a person fills in.</summary>
    public sealed class Input
    {
        /// <summary>Days within which an account is to be contacted.</summary>
        [Required(ErrorMessage = "required"), Range(1, 3650, ErrorMessage = "out-of-range:1:3650")]
        public int? ContactDays { get; set; }

        /// <summary>Days within which it is to be visited.</summary>
        [Required(ErrorMessage = "required"), Range(1, 3650, ErrorMessage = "out-of-range:1:3650")]
        public int? VisitDays { get; set; }

        /// <summary>Who calls on it.</summary>
        [MaxLength(TierPolicy.MaximumLength, ErrorMessage = "too-long:1000")]
        public string? Who { get; set; }

        /// <summary>Discount, terms, service.</summary>
        [MaxLength(TierPolicy.MaximumLength, ErrorMessage = "too-long:1000")]
        public string? Terms { get; set; }

        /// <summary>The set that was on the screen.</summary>
        public long BasedOn { get; set; }

        internal static Input Of(TierPolicy policy, long basedOn) =>
            new()
            {
                ContactDays = policy.ContactDays,
                VisitDays = policy.VisitDays,
                Who = policy.Who,
                Terms = policy.Terms,
                BasedOn = basedOn,
            };
    }

    /// <summary>The policy of a tier as the form shows it.</summary>
    public async Task<Input> LoadAsync(Tier tier, CancellationToken cancel) =>
        await inForce.RunAsync(cancel) is var now ? Input.Of(now.Policies[tier], now.Id) : null!;

    /// <summary>Saves it; a policy equal to the one in force is not saved again.</summary>
    /// <exception cref="RuleException"><c>key-account.visit-before-contact</c>: a visit is a contact too.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first.</exception>
    public async Task RunAsync(Tier tier, Input input, CancellationToken cancel)
    {
        if (input.VisitDays < input.ContactDays)
            throw new RuleException("key-account.visit-before-contact");

        var now = await inForce.RunAsync(cancel);
        if (now.Id != input.BasedOn)
            throw new DbUpdateConcurrencyException("Other policies were saved meanwhile.");

        var policy = new TierPolicy(input.ContactDays!.Value, input.VisitDays!.Value, input.Who?.Trim() ?? "", input.Terms?.Trim() ?? "");
        if (policy == now.Policies[tier])
            return;

        var all = now.Policies.ToDictionary(pair => pair.Key, pair => pair.Key == tier ? policy : pair.Value);
        db.Add(
            new ContactPolicySet
            {
                SavedAt = time.GetUtcNow().UtcDateTime,
                SavedById = db.Viewer.UserId,
                Policies = ContactPolicyInForce.ToJson(all),
            }
        );
        await db.SaveChangesAsync(cancel);
    }
}
