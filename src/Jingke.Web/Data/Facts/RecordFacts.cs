using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Web.Common;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Facts;

/// <summary>Writes down what somebody found out about an account or its contacts. The card, JSON and forms all come through here.</summary>
internal sealed class RecordFacts(JingkeDbContext db, CatalogueInForce catalogue, VetFacts vet, Clock clock, TimeProvider time)
{
    /// <summary>Most values that are recorded at once.</summary>
    public const int Most = 300;

    /// <summary>A value of one field.</summary>
    /// <param name="FieldKey">Key of the field.</param>
    /// <param name="Text">What was given; empty is nothing.</param>
    /// <param name="ContactId">The contact it is about, for fields of contacts.</param>
    public sealed record Given(string FieldKey, string? Text, long? ContactId = null)
    {
        /// <summary>Where this value comes from; null when it comes from where the others do.</summary>
        public Source? From { get; init; }
    }

    /// <summary>Where the values come from.</summary>
    public sealed record Source
    {
        /// <summary>Key of the channel; null takes the own visit.</summary>
        public string? Channel { get; init; }

        /// <summary>Whether it was seen or heard at first hand.</summary>
        public bool IsFirstHand { get; init; } = true;

        /// <summary>The day for which it was true; null is today.</summary>
        public DateOnly? ObservedOn { get; init; }

        /// <summary>Whether it holds for a single occasion only.</summary>
        public bool IsOneOff { get; init; }

        /// <summary>A remark.</summary>
        public string? Note { get; init; }

        /// <summary>A file of the account that proves it.</summary>
        public long? AttachmentId { get; init; }
    }

    /// <summary>What became of a value.</summary>
    /// <param name="Field">The field.</param>
    /// <param name="ContactId">The contact.</param>
    /// <param name="FactId">The fact.</param>
    /// <param name="Slot">What is believed of the field now.</param>
    public sealed record Outcome(FieldDefinition Field, long? ContactId, long FactId, SlotVerdict Slot);

    /// <summary>A value that could not be read, so that nothing was recorded.</summary>
    /// <param name="given">The value.</param>
    /// <param name="refusal">Why.</param>
    public sealed class Refused(Given given, RuleException refusal) : Exception(refusal.Message, refusal)
    {
        /// <summary>The value.</summary>
        public Given Given { get; } = given;

        /// <summary>Why.</summary>
        public RuleException Refusal { get; } = refusal;
    }

    /// <summary>Records values together, all or none.</summary>
    /// <exception cref="NotFoundException">There is no such account, or no such contact of it, in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c>, <c>fact.channel-unknown</c>, <c>fact.day-not-come</c>, <c>fact.too-many</c>, <c>fact.nothing-given</c></exception>
    /// <exception cref="Refused">A value cannot be read, or its field is unknown or not for this person.</exception>
    public async Task<IReadOnlyList<Outcome>> RunAsync(
        long accountId,
        IReadOnlyCollection<Given> given,
        Source source,
        CancellationToken cancel
    )
    {
        await using var work = await db.BeginFactsAsync(accountId, cancel);
        var account = await db.AccountToChangeAsync(accountId, cancel);
        var outcomes = await WithinAsync(account, given, source, cancel);
        if (outcomes.Count == 0)
            throw new RuleException("fact.nothing-given");
        await work.CommitAsync(cancel);
        return outcomes;
    }

    /// <summary>
    /// Records values together with other changes of the account, in the transaction that <see cref="FactLock"/> opened, and vets the
    /// account also when nothing is given. Whoever calls has made sure that the viewer may change the account.
    /// </summary>
    /// <exception cref="NotFoundException">There is no such contact of the account.</exception>
    /// <exception cref="RuleException"><c>fact.channel-unknown</c>, <c>fact.day-not-come</c>, <c>fact.too-many</c></exception>
    /// <exception cref="Refused">A value cannot be read, or its field is unknown or not for this person.</exception>
    public async Task<IReadOnlyList<Outcome>> WithinAsync(
        Account account,
        IReadOnlyCollection<Given> given,
        Source source,
        CancellationToken cancel
    )
    {
        if (given.Count > Most)
            throw new RuleException("fact.too-many", Most);
        var read = await ReadAsync(account, given, source, cancel);

        var now = time.GetUtcNow().UtcDateTime;
        await EarlierValues.KeepAsync(db, account, catalogue.Current, [.. read.Select(each => each.Field.Id)], clock, cancel);
        var facts = read.ConvertAll(each => new Fact(
            account.Id,
            each.ContactId,
            each.Field.Id,
            each.Value,
            each.Origin,
            now,
            db.Viewer.UserId
        ));
        db.AddRange(facts);
        await db.SaveChangesAsync(cancel);

        var verdict = await vet.RunAsync(db, account, cancel);
        await db.SaveChangesAsync(cancel);
        await VetFacts.KeepScoresAsync(db, account.Id, verdict.Scores, cancel);
        return
        [
            .. read.Zip(
                facts,
                (each, fact) => new Outcome(each.Field, each.ContactId, fact.Id, verdict.Slots[new(each.Field.Id, each.ContactId)])
            ),
        ];
    }

    private FactOrigin OriginOf(Source source)
    {
        var channel = source.Channel is { Length: > 0 } key
            ? catalogue.Current.Channel(key) is { IsRetired: false } found
                ? found
                : throw new RuleException("fact.channel-unknown", key)
            : catalogue.Current.DefaultChannel;
        var on = source.ObservedOn ?? clock.Today;
        if (on > clock.Today)
            throw new RuleException("fact.day-not-come", on);
        return new(channel.Id, source.IsFirstHand, on)
        {
            IsOneOff = source.IsOneOff,
            Note = source.Note,
            AttachmentId = source.AttachmentId,
        };
    }

    private async Task<List<(FieldDefinition Field, long? ContactId, FieldValue Value, FactOrigin Origin)>> ReadAsync(
        Account account,
        IReadOnlyCollection<Given> given,
        Source source,
        CancellationToken cancel
    )
    {
        var contacts = given.Select(each => each.ContactId).OfType<long>().ToHashSet();
        if (contacts.Count > 0)
        {
            var known = await db
                .Contacts.Where(each => each.AccountId == account.Id && contacts.Contains(each.Id) && each.ErasedAt == null)
                .CountAsync(cancel);
            if (known < contacts.Count)
                throw new NotFoundException(nameof(Contact), contacts.First());
        }

        if (
            source.AttachmentId is { } proof
            && !await db.Attachments.AnyAsync(each => each.Id == proof && each.AccountId == account.Id, cancel)
        )
            throw new NotFoundException(nameof(Attachment), proof);
        var common = OriginOf(source);
        var read = new List<(FieldDefinition, long?, FieldValue, FactOrigin)>();
        foreach (var each in given)
        {
            try
            {
                var field = FieldOf(each, account.Kind);
                if (FieldReader.Read(field, each.Text) is not { } value)
                    continue;
                await CheckReferenceAsync(account, field, value, cancel);
                read.Add((field, each.ContactId, value, each.From is { } from ? OriginOf(from) : common));
            }
            catch (RuleException refusal)
            {
                throw new Refused(each, refusal);
            }
        }
        return read;
    }

    private FieldDefinition FieldOf(Given given, AccountKind kind)
    {
        if (catalogue.Current.Field(given.FieldKey) is not { IsRetired: false } field)
            throw new RuleException("fact.field-unknown", given.FieldKey);
        var name = field.Names.In(Language.Current.Code);
        if (given.ContactId is null ? !field.IsAbout(kind) : field.Subject != FieldSubject.Contact)
            throw new RuleException("fact.field-elsewhere", name);
        if (!field.IsEditedBy(db.Viewer.Role))
            throw new RuleException("fact.field-not-yours", name);
        return field;
    }

    private async Task CheckReferenceAsync(Account account, FieldDefinition field, FieldValue value, CancellationToken cancel)
    {
        if (field.Type is not (FieldType.Person or FieldType.Account or FieldType.File))
            return;
        var id = long.Parse(value.Text, System.Globalization.CultureInfo.InvariantCulture);
        var exists = field.Type switch
        {
            FieldType.Person => await db.Contacts.AnyAsync(each => each.Id == id && each.AccountId == account.Id, cancel),
            FieldType.Account => await db.Accounts.AnyAsync(each => each.Id == id, cancel),
            _ => await db.Attachments.AnyAsync(each => each.Id == id && each.AccountId == account.Id, cancel),
        };
        if (!exists)
            throw new RuleException("fact.not-chosen", field.Names.In(Language.Current.Code), value.Text);
    }
}
