using Jingke.Domain.Organisation;
using Jingke.Domain.Reference;
using Jingke.Web.Data.Churn;
using Jingke.Web.Data.Credit;
using Jingke.Web.Data.Duplicates;
using Jingke.Web.Data.Facts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data;

/// <summary>Brings the database to this version's form and makes sure that what every installation needs is there.</summary>
public sealed class DatabaseUpgrade(JingkeDbFactory factory, TimeProvider time)
{
    /// <summary>Applies pending migrations; safe to run at every start and on several nodes.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        if (db.Database.GetDbConnection() is SqliteConnection { DataSource: { Length: > 0 } file })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await db.Database.ExecuteSqlRawAsync(SqlitePragmas.WriteAheadLog, cancel);
        }
        await db.Database.MigrateAsync(cancel);

        if (!await db.Organisation.AnyAsync(cancel))
        {
            db.Organisation.Add(new OrganisationSettings());
            db.Zones.AddRange(DefaultZones.All.Select(FirstZone));
        }
        if (!await db.TierRuleSets.AnyAsync(cancel))
            db.TierRuleSets.Add(new TierRuleSet { SavedAt = time.GetUtcNow().UtcDateTime, Rules = "" });
        await DefaultCatalogue.AddMissingAsync(db, cancel);
        await DefaultLossCauses.AddMissingAsync(db, cancel);
        await DefaultScoreItems.AddMissingAsync(db, cancel);
        await db.SaveChangesAsync(cancel);
        await MatchKeyIndex.FillAsync(db, cancel);
    }

    // Only with the first start: zones that someone removed stay removed.
    private static Zone FirstZone(DefaultZone zone, int position)
    {
        var made = new Zone(zone.Name, position);
        made.Cover(zone.Provinces);
        return made;
    }
}
