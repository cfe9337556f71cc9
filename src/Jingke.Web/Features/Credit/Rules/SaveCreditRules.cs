using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.Credit;
using Jingke.Web.Data;
using Jingke.Web.Ledger.Credit;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Credit.Rules;

/// <summary>Puts other ratings, limits and terms into force. The old ones stay in the database; what was granted stays as it is.</summary>
internal sealed class SaveCreditRules(JingkeDbContext db, CreditRulesInForce inForce, TimeProvider time)
{
    /// <summary>What a person fills in: least scores, factors and days of each rating, coverage in percent.</summary>
    public sealed class Input
    {
        [Required(ErrorMessage = "required"), Range(0.0, 100.0, ErrorMessage = "out-of-range:0:100")]
        public double? FromA { get; set; }

        [Required(ErrorMessage = "required"), Range(0.0, 100.0, ErrorMessage = "out-of-range:0:100")]
        public double? FromB { get; set; }

        [Required(ErrorMessage = "required"), Range(0.0, 100.0, ErrorMessage = "out-of-range:0:100")]
        public double? FromC { get; set; }

        [Required(ErrorMessage = "required"), Range(0.0, 10.0, ErrorMessage = "out-of-range:0:10")]
        public double? FactorA { get; set; }

        [Required(ErrorMessage = "required"), Range(0.0, 10.0, ErrorMessage = "out-of-range:0:10")]
        public double? FactorB { get; set; }

        [Required(ErrorMessage = "required"), Range(0.0, 10.0, ErrorMessage = "out-of-range:0:10")]
        public double? FactorC { get; set; }

        [Required(ErrorMessage = "required"), Range(0.0, 10.0, ErrorMessage = "out-of-range:0:10")]
        public double? FactorD { get; set; }

        [Required(ErrorMessage = "required"), Range(0, 365, ErrorMessage = "out-of-range:0:365")]
        public int? DaysA { get; set; }

        [Required(ErrorMessage = "required"), Range(0, 365, ErrorMessage = "out-of-range:0:365")]
        public int? DaysB { get; set; }

        [Required(ErrorMessage = "required"), Range(0, 365, ErrorMessage = "out-of-range:0:365")]
        public int? DaysC { get; set; }

        [Required(ErrorMessage = "required"), Range(0, 365, ErrorMessage = "out-of-range:0:365")]
        public int? DaysD { get; set; }

        [Required(ErrorMessage = "required"), Range(10, 100, ErrorMessage = "out-of-range:10:100")]
        public int? MinimumCoverage { get; set; }

        /// <summary>The rules that were on the screen.</summary>
        public long BasedOn { get; set; }

        internal static Input Of(CreditRules rules, long id) =>
            new()
            {
                FromA = rules.Ratings[0].From,
                FromB = rules.Ratings[1].From,
                FromC = rules.Ratings[2].From,
                FactorA = rules.Ratings[0].Factor,
                FactorB = rules.Ratings[1].Factor,
                FactorC = rules.Ratings[2].Factor,
                FactorD = rules.Ratings[3].Factor,
                DaysA = rules.Ratings[0].Days,
                DaysB = rules.Ratings[1].Days,
                DaysC = rules.Ratings[2].Days,
                DaysD = rules.Ratings[3].Days,
                MinimumCoverage = (int)Math.Round(rules.MinimumCoverage * 100),
                BasedOn = id,
            };

        internal CreditRules ToRules() =>
            new(
                [
                    new("A", FromA!.Value, FactorA!.Value, DaysA!.Value),
                    new("B", FromB!.Value, FactorB!.Value, DaysB!.Value),
                    new("C", FromC!.Value, FactorC!.Value, DaysC!.Value),
                    new("D", 0, FactorD!.Value, DaysD!.Value),
                ],
                MinimumCoverage!.Value / 100.0
            );
    }

    /// <summary>The rules in force as the form shows them.</summary>
    public async Task<Input> LoadAsync(CancellationToken cancel) =>
        await inForce.RunAsync(cancel) is var now ? Input.Of(now.Rules, now.Id) : null!;

    /// <summary>Saves them; rules equal to those in force are not saved again.</summary>
    /// <exception cref="RuleException">The codes of <see cref="CreditRules.Problems"/>.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first.</exception>
    public async Task RunAsync(Input input, CancellationToken cancel)
    {
        var rules = input.ToRules();
        if (rules.Problems() is [var problem, ..])
            throw new RuleException(problem);

        var current = await inForce.RunAsync(cancel);
        if (current.Id != input.BasedOn)
            throw new DbUpdateConcurrencyException("Other rules were saved meanwhile.");
        if (current.Rules.ToJson() == rules.ToJson())
            return;

        db.CreditRuleSets.Add(
            new CreditRuleSet
            {
                SavedAt = time.GetUtcNow().UtcDateTime,
                SavedById = db.Viewer.UserId,
                Rules = rules.ToJson(),
            }
        );
        await db.SaveChangesAsync(cancel);
    }
}
