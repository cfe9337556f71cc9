using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.Profit;
using Jingke.Web.Data;
using Jingke.Web.Ledger.Profit;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Profit;

/// <summary>Puts other rates of serving customers into force, at once. The old ones stay in the database.</summary>
internal sealed class SaveRates(JingkeDbContext db, CompanyRatesInForce inForce, TimeProvider time)
{
    /// <summary>What a person fills in: currency units, hours, percent.</summary>
    public sealed class Input
    {
        [Required(ErrorMessage = "required"), Range(0.0, 100_000.0, ErrorMessage = "out-of-range:0:100000")]
        public double? HourlyRate { get; set; }

        [Required(ErrorMessage = "required"), Range(0.0, 1_000_000.0, ErrorMessage = "out-of-range:0:1000000")]
        public double? VisitCost { get; set; }

        [Required(ErrorMessage = "required"), Range(0.0, 24.0, ErrorMessage = "out-of-range:0:24")]
        public double? VisitHours { get; set; }

        [Required(ErrorMessage = "required"), Range(0.0, 24.0, ErrorMessage = "out-of-range:0:24")]
        public double? MeetingHours { get; set; }

        [Required(ErrorMessage = "required"), Range(0.0, 24.0, ErrorMessage = "out-of-range:0:24")]
        public double? OtherHours { get; set; }

        [Required(ErrorMessage = "required"), Range(0.0, 1000.0, ErrorMessage = "out-of-range:0:1000")]
        public double? Demanding { get; set; }

        [Required(ErrorMessage = "required"), Range(0.0, 1000.0, ErrorMessage = "out-of-range:0:1000")]
        public double? VeryDemanding { get; set; }

        [Required(ErrorMessage = "required"), Range(0.0, 100.0, ErrorMessage = "out-of-range:0:100")]
        public double? YearlyCapitalRate { get; set; }

        /// <summary>The rates that were on the screen.</summary>
        public long BasedOn { get; set; }

        internal static Input Of(CompanyRates rates, long id) =>
            new()
            {
                HourlyRate = (double)new Money(rates.HourlyRate).Units,
                VisitCost = (double)new Money(rates.VisitCost).Units,
                VisitHours = rates.VisitHours,
                MeetingHours = rates.MeetingHours,
                OtherHours = rates.OtherHours,
                Demanding = Percent(rates.Demanding),
                VeryDemanding = Percent(rates.VeryDemanding),
                YearlyCapitalRate = Percent(rates.YearlyCapitalRate),
                BasedOn = id,
            };

        internal CompanyRates ToRates() =>
            new()
            {
                HourlyRate = Money.FromUnits((decimal)HourlyRate!.Value).TenThousandths,
                VisitCost = Money.FromUnits((decimal)VisitCost!.Value).TenThousandths,
                VisitHours = VisitHours!.Value,
                MeetingHours = MeetingHours!.Value,
                OtherHours = OtherHours!.Value,
                Demanding = Demanding!.Value / 100,
                VeryDemanding = VeryDemanding!.Value / 100,
                YearlyCapitalRate = YearlyCapitalRate!.Value / 100,
            };

        // 0.07 times 100 is not quite 7.
        private static double Percent(double share) => Math.Round(share * 100, 6);
    }

    /// <summary>The rates in force as the form shows them.</summary>
    public async Task<Input> LoadAsync(CancellationToken cancel) =>
        await inForce.RunAsync(cancel) is var now ? Input.Of(now.Rates, now.Id) : null!;

    /// <summary>Saves them; rates equal to those in force are not saved again.</summary>
    /// <exception cref="RuleException">The codes of <see cref="CompanyRates.Problems"/>.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved rates meanwhile.</exception>
    public async Task RunAsync(Input input, CancellationToken cancel)
    {
        var rates = input.ToRates();
        if (rates.Problems() is [var problem, ..])
            throw new RuleException(problem);

        var current = await inForce.RunAsync(cancel);
        if (current.Id != input.BasedOn)
            throw new DbUpdateConcurrencyException("Other rates were saved meanwhile.");
        if (current.Rates == rates)
            return;

        db.ServiceRateSets.Add(
            new ServiceRateSet
            {
                SavedAt = time.GetUtcNow().UtcDateTime,
                SavedById = db.Viewer.UserId,
                Rates = rates.ToJson(),
            }
        );
        await db.SaveChangesAsync(cancel);
    }
}
