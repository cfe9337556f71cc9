using Jingke.Domain.Credit;
using Jingke.Domain.Facts;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Ledger.Credit;

/// <summary>What the database holds on the credit of one account, or of all that somebody looked into: a few queries, however many they are.</summary>
internal sealed class CreditRecords
{
    private readonly Dictionary<(long Account, long Item), Observed> findings = [];
    private readonly Dictionary<(long Account, string Field), Observed> facts = [];
    private readonly Dictionary<long, Granted> granted = [];
    private readonly Dictionary<(long Account, ScorecardKind Card), DateOnly> investigated = [];
    private readonly HashSet<long> judged = [];

    private CreditRecords() { }

    /// <summary>The accounts that there is anything of.</summary>
    public HashSet<long> Accounts { get; private init; } = [];

    /// <summary>Whether anybody judged an account; of others only our own books speak.</summary>
    public bool IsJudged(long account) => judged.Contains(account);

    /// <summary>What an investigation found last of an item.</summary>
    public Observed? FindingOf(long account, long item) => findings.GetValueOrDefault((account, item));

    /// <summary>What the card says of a field.</summary>
    public Observed? FactOf(long account, string? field) => field is null ? null : facts.GetValueOrDefault((account, field));

    /// <summary>What was granted last.</summary>
    public Granted? GrantedTo(long account) => granted.GetValueOrDefault(account);

    /// <summary>The day of the newest investigation that speaks of a card; null for none.</summary>
    public DateOnly? InvestigatedOn(long account, ScorecardKind card) => investigated.TryGetValue((account, card), out var on) ? on : null;

    /// <summary>Reads them.</summary>
    /// <param name="db">Sees what is read.</param>
    /// <param name="catalogue">The fields of the card.</param>
    /// <param name="items">The items in use.</param>
    /// <param name="only">One account; null for all with an investigation, a decision or something open.</param>
    /// <param name="open">Accounts with something open.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<CreditRecords> ReadAsync(
        JingkeDbContext db,
        Catalogue catalogue,
        IReadOnlyList<ScoreItem> items,
        long? only,
        IEnumerable<long> open,
        CancellationToken cancel
    )
    {
        var records = new CreditRecords { Accounts = only is { } one ? [one] : [.. open] };
        await records.ReadFindingsAsync(db.CreditFindings.Where(each => only == null || each.AccountId == only), cancel);
        await records.ReadDecisionsAsync(db.CreditDecisions.Where(each => only == null || each.AccountId == only), cancel);
        await records.ReadInvestigationsAsync(db.CreditInvestigations.Where(each => only == null || each.AccountId == only), cancel);
        records.Accounts.UnionWith(records.investigated.Keys.Select(each => each.Account));
        records.Accounts.UnionWith(records.granted.Keys);

        var fields = items.Select(item => item.FieldKey).OfType<string>().Distinct().Select(catalogue.Field).OfType<FieldDefinition>();
        await records.ReadFactsAsync(db, fields.Where(field => field.Choices.Count > 0).ToDictionary(field => field.Id), only, cancel);
        return records;
    }

    private async Task ReadFindingsAsync(IQueryable<CreditFinding> found, CancellationToken cancel)
    {
        var rows = found
            .OrderBy(each => each.Id)
            .Select(each => new
            {
                each.AccountId,
                each.ItemId,
                each.Grade,
                each.On,
                each.InvestigationId,
                each.Note,
            });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            judged.Add(row.AccountId);
            // Of one day what was written down last.
            if (findings.TryGetValue((row.AccountId, row.ItemId), out var known) && known.On > row.On)
                continue;
            findings[(row.AccountId, row.ItemId)] = new(
                (row.Grade - 1) / (ScoreItem.Grades - 1.0),
                row.On,
                IsStale: false,
                row.InvestigationId,
                row.Note
            );
        }
    }

    private async Task ReadInvestigationsAsync(IQueryable<CreditInvestigation> looked, CancellationToken cancel)
    {
        var rows = looked
            .GroupBy(each => new { each.AccountId, each.Card })
            .Select(group => new
            {
                group.Key.AccountId,
                group.Key.Card,
                On = group.Max(each => each.On),
            });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
            investigated[(row.AccountId, row.Card)] = row.On;
    }

    private async Task ReadDecisionsAsync(IQueryable<CreditDecision> decided, CancellationToken cancel)
    {
        var rows = decided
            .OrderBy(each => each.Id)
            .Select(each => new
            {
                each.AccountId,
                each.Limit,
                each.TermDays,
                each.Rating,
                each.At,
            });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
            granted[row.AccountId] = new(row.Limit, row.TermDays, row.Rating, row.At);
    }

    private async Task ReadFactsAsync(JingkeDbContext db, Dictionary<long, FieldDefinition> fields, long? only, CancellationToken cancel)
    {
        var ids = fields.Keys.ToList();
        var known = db.Facts.Where(fact =>
            fact.ContactId == null
            && ids.Contains(fact.FieldId)
            && (fact.Standing == FactStanding.Accepted || fact.Standing == FactStanding.Stale)
        );
        known = only is { } one
            ? known.Where(fact => fact.AccountId == one)
            : known.Where(fact =>
                db.CreditInvestigations.Any(each => each.AccountId == fact.AccountId)
                || db.CreditDecisions.Any(each => each.AccountId == fact.AccountId)
                || db.Receivables.Any(each => each.AccountId == fact.AccountId)
            );
        var rows = known
            .OrderBy(fact => fact.Id)
            .Select(fact => new
            {
                fact.AccountId,
                fact.FieldId,
                fact.Value,
                fact.ObservedOn,
                fact.Standing,
            });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var field = fields[row.FieldId];
            if (!Accounts.Contains(row.AccountId) || Observed.ValueOf(field, row.Value) is not { } value)
                continue;
            judged.Add(row.AccountId);
            if (!facts.TryGetValue((row.AccountId, field.Key), out var before) || before.On <= row.ObservedOn)
                facts[(row.AccountId, field.Key)] = new(value, row.ObservedOn, row.Standing == FactStanding.Stale, null, "");
        }
    }
}
