using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Web.Common;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Facts;

/// <summary>
/// Values that stand in columns of an account without a fact behind them: they came with a file or were typed before anything was
/// vetted. They count as facts of that source, from the day the account came; they are written down as such as soon as another fact of
/// the field is.
/// </summary>
internal static class EarlierValues
{
    /// <summary>Key of the channel of values that a file brought.</summary>
    public const string ImportedFile = "imported-file";

    /// <summary>Key of the channel of values that were there before.</summary>
    public const string EarlierFile = "earlier-file";

    /// <summary>The values without a fact.</summary>
    /// <param name="account">The account.</param>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="hasFacts">Whether a field of the account has facts.</param>
    /// <param name="clock">Tells the day on which the account came.</param>
    public static IEnumerable<(FieldDefinition Field, FieldValue Value, FactOrigin Origin)> Of(
        Account account,
        Catalogue catalogue,
        Func<long, bool> hasFacts,
        Clock clock
    )
    {
        var channel = catalogue.Channel(account.CreatedByBatchId is null ? EarlierFile : ImportedFile)?.Id ?? catalogue.DefaultChannel.Id;
        foreach (var field in catalogue.OfAccounts(account.Kind))
        {
            if (field.Column is null || hasFacts(field.Id) || account.ValueIn(field.Column) is not { Length: > 0 } text)
                continue;
            var number = field.Type == FieldType.Number && long.TryParse(text, out var whole) ? whole * Domain.Money.PerUnit : (long?)null;
            yield return (
                field,
                new(text, number),
                new(channel, IsFirstHand: true, DateOnly.FromDateTime(clock.ToLocal(account.CreatedAt)))
                {
                    ImportBatchId = account.CreatedByBatchId,
                }
            );
        }
    }

    /// <summary>Writes the values of fields without a fact down as facts, so that they are not lost when another is recorded; to be saved by the caller.</summary>
    public static async Task KeepAsync(
        JingkeDbContext db,
        Account account,
        Catalogue catalogue,
        IReadOnlyCollection<long> fieldIds,
        Clock clock,
        CancellationToken cancel
    )
    {
        var known = await db
            .Facts.Where(fact => fact.AccountId == account.Id && fact.ContactId == null)
            .Select(fact => fact.FieldId)
            .Distinct()
            .ToListAsync(cancel);
        foreach (var (field, value, origin) in Of(account, catalogue, known.Contains, clock))
            if (fieldIds.Contains(field.Id))
                db.Add(new Fact(account.Id, null, field.Id, value, origin, account.CreatedAt, account.CreatedById));
    }

    /// <summary>An earlier value as vetting sees it; its identifier is the negative one of its field, since it has none of its own.</summary>
    public static (SlotKey, Testimony) Testimony(FieldDefinition field, FieldValue value, FactOrigin origin, Account account) =>
        (
            new(field.Id),
            new()
            {
                Id = -field.Id,
                Value = value.Text,
                Number = value.Number,
                ChannelId = origin.ChannelId,
                IsFirstHand = origin.IsFirstHand,
                ObservedOn = origin.ObservedOn,
                RecordedAt = account.CreatedAt,
                RecordedById = account.CreatedById,
            }
        );
}
