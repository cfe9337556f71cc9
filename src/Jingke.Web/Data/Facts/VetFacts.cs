using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Web.Common;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Facts;

/// <summary>Vets all facts of one account again, after one was recorded or settled, and brings its columns and scores up to date.</summary>
internal sealed class VetFacts(CatalogueInForce catalogue, FactGround grounds, Clock clock, TimeProvider time)
{
    /// <summary>Vets; whoever calls saves, and has a transaction open that other recorders of the account wait for.</summary>
    /// <param name="db">The context that the account is tracked by.</param>
    /// <param name="account">The account.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<AccountVerdict> RunAsync(JingkeDbContext db, Account account, CancellationToken cancel)
    {
        var fields = catalogue.Current;
        var facts = await db.Facts.Where(fact => fact.AccountId == account.Id).ToListAsync(cancel);
        var verdict = Judge(await grounds.ReadAsync(db, cancel), fields, account, facts, clock);

        var byId = facts.ToDictionary(fact => fact.Id);
        foreach (var judged in verdict.Slots.Values.SelectMany(slot => slot.Facts))
            if (byId.TryGetValue(judged.Fact.Id, out var fact))
                fact.Judge(judged.Standing, judged.Reliability);

        var now = time.GetUtcNow().UtcDateTime;
        foreach (var (column, value) in ColumnsOf(fields, verdict))
            account.Repeat(column, value, now);

        return verdict;
    }

    /// <summary>Writes the scores past the change tracker: they change by themselves and are no edit of the account.</summary>
    public static Task KeepScoresAsync(JingkeDbContext db, long accountId, KnowledgeScores scores, CancellationToken cancel) =>
        db
            .Accounts.Where(account => account.Id == accountId)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(account => account.Completeness, scores.Completeness)
                        .SetProperty(account => account.Accuracy, scores.Accuracy)
                        .SetProperty(account => account.Freshness, scores.Freshness),
                cancel
            );

    /// <summary>The verdict on an account from its facts at hand, earlier values included.</summary>
    public static AccountVerdict Judge(
        VettingGround ground,
        Catalogue fields,
        Account account,
        IReadOnlyCollection<Fact> facts,
        Clock clock
    ) =>
        Judge(
            ground,
            fields,
            account,
            [
                .. facts.Select(fact =>
                    (new SlotKey(fact.FieldId, fact.ContactId), Testimony.Of(fact, at => DateOnly.FromDateTime(clock.ToLocal(at))))
                ),
            ],
            clock
        );

    /// <inheritdoc cref="Judge(VettingGround, Catalogue, Account, IReadOnlyCollection{Fact}, Clock)"/>
    public static AccountVerdict Judge(
        VettingGround ground,
        Catalogue fields,
        Account account,
        IReadOnlyCollection<(SlotKey Slot, Testimony Fact)> facts,
        Clock clock
    )
    {
        var withFacts = facts.Where(fact => fact.Slot.ContactId is null).Select(fact => fact.Slot.FieldId).ToHashSet();
        return AccountVetting.Run(
            ground,
            new(
                [
                    .. facts,
                    .. EarlierValues
                        .Of(account, fields, withFacts.Contains, clock)
                        .Select(earlier => EarlierValues.Testimony(earlier.Field, earlier.Value, earlier.Origin, account)),
                ],
                fields.OfAccounts(account.Kind),
                FactGround.LikeOf(account.Kind, account.Size),
                new()
                {
                    // Of the evaluated period, a year; the analyses themselves are not needed for a test this coarse.
                    NetSalesOfYear = account.NetSales > 0 ? account.NetSales : null,
                    FirstSaleOn = account.FirstTradedOn,
                }
            )
        );
    }

    /// <summary>What the columns of the account that repeat fields are to hold.</summary>
    public static IEnumerable<(string Column, string Value)> ColumnsOf(Catalogue fields, AccountVerdict verdict)
    {
        foreach (var (slot, found) in verdict.Slots)
            if (slot.ContactId is null && fields.Field(slot.FieldId) is { Column: { } column } && Believed(found) is { } value)
                yield return (column, value.Value);
    }

    private static Testimony? Believed(SlotVerdict found) =>
        found.Knowledge is Knowledge.Known or Knowledge.Disputed && found.Shown is { } shown ? shown : null;
}
