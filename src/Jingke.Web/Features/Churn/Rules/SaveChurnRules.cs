using System.ComponentModel.DataAnnotations;
using Jingke.Analytics.Retention;
using Jingke.Domain;
using Jingke.Domain.Churn;
using Jingke.Web.Data;
using Jingke.Web.Ledger.Churn;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Churn.Rules;

/// <summary>Puts other bounds of what counts as at risk and lost into force. The old ones stay in the database.</summary>
internal sealed class SaveChurnRules(JingkeDbContext db, ChurnRulesInForce inForce, TimeProvider time)
{
    /// <summary>What a person fills in: probabilities in percent.</summary>
    public sealed class Input
    {
        [Required(ErrorMessage = "required"), Range(0, 100, ErrorMessage = "out-of-range:0:100")]
        public int? LostBelow { get; set; }

        [Required(ErrorMessage = "required"), Range(0, 100, ErrorMessage = "out-of-range:0:100")]
        public int? RiskBelow { get; set; }

        [Required(ErrorMessage = "required"), Range(1.0, 100.0, ErrorMessage = "out-of-range:1:100")]
        public double? LostGaps { get; set; }

        [Required(ErrorMessage = "required"), Range(1.0, 100.0, ErrorMessage = "out-of-range:1:100")]
        public double? RiskGaps { get; set; }

        [Required(ErrorMessage = "required"), Range(1, 3650, ErrorMessage = "out-of-range:1:3650")]
        public int? LostDays { get; set; }

        [Required(ErrorMessage = "required"), Range(1, 3650, ErrorMessage = "out-of-range:1:3650")]
        public int? RiskDays { get; set; }

        [Required(ErrorMessage = "required"), Range(1, 3650, ErrorMessage = "out-of-range:1:3650")]
        public int? LongDays { get; set; }

        /// <summary>The rules that were on the screen.</summary>
        public long BasedOn { get; set; }

        internal static Input Of(ChurnRules rules, long id) =>
            new()
            {
                LostBelow = (int)Math.Round(rules.LostBelow * 100),
                RiskBelow = (int)Math.Round(rules.RiskBelow * 100),
                LostGaps = rules.LostGaps,
                RiskGaps = rules.RiskGaps,
                LostDays = rules.LostDays,
                RiskDays = rules.RiskDays,
                LongDays = rules.LongDays,
                BasedOn = id,
            };

        internal ChurnRules ToRules() =>
            new()
            {
                LostBelow = LostBelow!.Value / 100.0,
                RiskBelow = RiskBelow!.Value / 100.0,
                LostGaps = LostGaps!.Value,
                RiskGaps = RiskGaps!.Value,
                LostDays = LostDays!.Value,
                RiskDays = RiskDays!.Value,
                LongDays = LongDays!.Value,
            };
    }

    /// <summary>The rules in force as the form shows them.</summary>
    public async Task<Input> LoadAsync(CancellationToken cancel) =>
        await inForce.RunAsync(cancel) is var now ? Input.Of(now.Rules, now.Id) : null!;

    /// <summary>Saves them; rules equal to those in force are not saved again.</summary>
    /// <exception cref="RuleException">The codes of <see cref="ChurnRules.Problems"/>.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first.</exception>
    public async Task RunAsync(Input input, CancellationToken cancel)
    {
        var rules = input.ToRules();
        if (rules.Problems() is [var problem, ..])
            throw new RuleException(problem);

        var current = await inForce.RunAsync(cancel);
        if (current.Id != input.BasedOn)
            throw new DbUpdateConcurrencyException("Other bounds were saved meanwhile.");
        if (current.Rules == rules)
            return;

        db.ChurnRuleSets.Add(
            new ChurnRuleSet
            {
                SavedAt = time.GetUtcNow().UtcDateTime,
                SavedById = db.Viewer.UserId,
                Rules = ChurnRulesInForce.ToJson(rules),
            }
        );
        await db.SaveChangesAsync(cancel);
    }
}
