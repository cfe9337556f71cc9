using System.Globalization;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Periods;
using Jingke.Domain.FollowUps;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Ledger.Profit;

/// <summary>What was done for accounts in a period, of the whole company: who shows it asks only for accounts in scope.</summary>
/// <param name="Key">Equal keys mean equal records.</param>
/// <param name="Contacts">Follow-ups by account and kind.</param>
/// <param name="Difficulty">Level of difficulty of accounts for which one is known (<see cref="CompanyRates.LevelOf"/>).</param>
public sealed record ServiceRecords(
    string Key,
    IReadOnlyDictionary<(long AccountId, FollowUpKind Kind), int> Contacts,
    IReadOnlyDictionary<long, int> Difficulty
);

/// <summary>Counts follow-ups, and reads how demanding customers are; kept until one is added or the accounts change.</summary>
internal sealed class ServiceBook(JingkeDbFactory factory, CatalogueInForce catalogue)
{
    // The field of the catalogue that says how demanding a customer is to serve.
    private const string Field = "effort-to-serve";

    private const int Most = 8;
    private readonly Lock gate = new();
    private readonly Dictionary<string, ServiceRecords> kept = [];
    private SalesLedger? of;

    /// <summary>The records of a period.</summary>
    /// <param name="ledger">The ledger that is asked beside; another one may have other accounts after a merge.</param>
    /// <param name="period">The period.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<ServiceRecords> RunAsync(SalesLedger ledger, DayRange period, CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var field = catalogue.Current.Field(Field)?.Id ?? 0;
        var written = await db.FollowUps.IgnoreQueryFilters().MaxAsync(followUp => (long?)followUp.Id, cancel) ?? 0;
        var difficulties = await BelievedFact.StampAsync(db, field, cancel);
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"{period.From.DayNumber}-{period.To.DayNumber}-{written}-{field}-{difficulties}"
        );
        lock (gate)
            if (ReferenceEquals(of, ledger) && kept.TryGetValue(key, out var known))
                return known;

        var records = new ServiceRecords(key, await ContactsAsync(db, period, cancel), await DifficultyAsync(db, field, cancel));
        lock (gate)
        {
            if (!ReferenceEquals(of, ledger) || kept.Count >= Most)
                kept.Clear();
            of = ledger;
            kept[key] = records;
        }
        return records;
    }

    private static async Task<Dictionary<(long, FollowUpKind), int>> ContactsAsync(
        JingkeDbContext db,
        DayRange period,
        CancellationToken cancel
    ) =>
        await db
            .FollowUps.IgnoreQueryFilters()
            .Where(followUp => followUp.On >= period.From && followUp.On <= period.To)
            .GroupBy(followUp => new { followUp.AccountId, followUp.Kind })
            .Select(group => new
            {
                group.Key.AccountId,
                group.Key.Kind,
                Count = group.Count(),
            })
            .ToDictionaryAsync(group => (group.AccountId, group.Kind), group => group.Count, cancel);

    private static async Task<Dictionary<long, int>> DifficultyAsync(JingkeDbContext db, long field, CancellationToken cancel)
    {
        var levels = new Dictionary<long, int>();
        foreach (var fact in await BelievedFact.Accepted(db, field).ToListAsync(cancel))
            levels[fact.AccountId] = CompanyRates.LevelOf(fact.Value);
        return levels;
    }
}
