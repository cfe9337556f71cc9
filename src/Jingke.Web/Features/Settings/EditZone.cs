using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.Organisation;
using Jingke.Domain.Reference;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Settings;

/// <summary>Adds a zone, or gives one another name or other provinces. A province that moves here leaves its zone.</summary>
internal sealed class EditZone(JingkeDbContext db)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "required"), MaxLength(100, ErrorMessage = "too-long:100")]
        public string? Name { get; set; }

        /// <summary>Codes of the provinces that are ticked.</summary>
        public string[] Provinces
        {
            get;
            // A form without a box ticked sends nothing, and the framework then sets null.
            set => field = value ?? [];
        } = [];

        /// <summary>The version that was on the screen.</summary>
        public int Version { get; set; }
    }

    /// <summary>The zone as the form shows it; an empty form without an identifier.</summary>
    /// <exception cref="NotFoundException">There is no such zone.</exception>
    public async Task<Input> LoadAsync(long? id, CancellationToken cancel)
    {
        if (id is null)
            return new();
        var zone =
            await db.Zones.AsNoTracking().SingleOrDefaultAsync(zone => zone.Id == id, cancel)
            ?? throw new NotFoundException(nameof(Zone), id);
        return new()
        {
            Name = zone.Name,
            Provinces = [.. zone.Provinces],
            Version = zone.Version,
        };
    }

    /// <summary>Adds or changes the zone.</summary>
    /// <param name="id">The zone; null adds one.</param>
    /// <param name="input">What it becomes.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="NotFoundException">There is no such zone.</exception>
    /// <exception cref="RuleException"><c>zone.name-missing</c>, <c>zone.name-taken</c></exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first.</exception>
    public async Task RunAsync(long? id, Input input, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The stamp's row is the lock: two edits at once could put one province into two zones.
        await db.RaiseStampAsync(ChangeStamp.Settings, cancel);
        var zones = await db.Zones.ToListAsync(cancel);
        var name = input.Name!.Trim();
        if (zones.Any(each => each.Id != id && each.Name == name))
            throw new RuleException("zone.name-taken", name);

        var zone = id is null ? Add(zones, name) : Change(zones, id.Value, input);
        var provinces = input
            .Provinces.Where(code => Divisions.Find(code)?.Level == DivisionLevel.Province)
            .ToHashSet(StringComparer.Ordinal);
        zone.Cover(provinces);
        foreach (var other in zones.Where(other => other != zone && other.Provinces.Any(provinces.Contains)))
            other.Cover(other.Provinces.Except(provinces));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private Zone Add(List<Zone> zones, string name)
    {
        var zone = new Zone(name, zones.Count == 0 ? 0 : zones.Max(each => each.Position) + 1);
        db.Zones.Add(zone);
        return zone;
    }

    private Zone Change(List<Zone> zones, long id, Input input)
    {
        var zone = zones.Find(each => each.Id == id) ?? throw new NotFoundException(nameof(Zone), id);
        db.Entry(zone).Property(each => each.Version).OriginalValue = input.Version;
        zone.Rename(input.Name!);
        return zone;
    }
}
