using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Settings;

/// <summary>Changes the organisation's name, time zone, currency and fiscal year.</summary>
internal sealed class EditOrganisation(JingkeDbContext db, OrganisationInForce inForce)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "required"), MaxLength(100, ErrorMessage = "too-long:100")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "required")]
        public string? TimeZone { get; set; }

        [Required(ErrorMessage = "required")]
        public string? Currency { get; set; }

        [Required(ErrorMessage = "required"), Range(1, 12, ErrorMessage = "organisation.fiscal-month-outside")]
        public int? FiscalYearStartMonth { get; set; }

        /// <summary>The version that was on the screen.</summary>
        public int Version { get; set; }
    }

    /// <summary>The settings as the form shows them.</summary>
    public async Task<Input> LoadAsync(CancellationToken cancel)
    {
        var now = await db.Organisation.AsNoTracking().SingleAsync(cancel);
        return new()
        {
            Name = now.Name,
            TimeZone = now.TimeZone,
            Currency = now.Currency,
            FiscalYearStartMonth = now.FiscalYearStartMonth,
            Version = now.Version,
        };
    }

    /// <summary>Changes the settings.</summary>
    /// <exception cref="RuleException"><c>organisation.*</c></exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first.</exception>
    public async Task RunAsync(Input input, CancellationToken cancel)
    {
        var organisation = await db.Organisation.SingleAsync(cancel);
        db.Entry(organisation).Property(each => each.Version).OriginalValue = input.Version;
        organisation.Change(input.Name!, input.TimeZone!, input.Currency!, input.FiscalYearStartMonth!.Value);
        await db.SaveChangesAsync(cancel);
        await inForce.ReloadAsync(cancel);
    }
}
