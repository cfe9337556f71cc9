using System.Globalization;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Domain.Facts;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;
using Jingke.Web.Features.Accounts.Card;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.Privacy;

/// <summary>Shows a hidden value to somebody with a reason; that they saw it is recorded before they do.</summary>
internal sealed class RevealValue(JingkeDbContext db, AccountFacts facts, CatalogueInForce catalogue, IStringLocalizer<AccountTexts> words)
{
    /// <summary>Stands for how a contact can be reached, where else the key of a field does. No key of a field has a capital.</summary>
    public const string Reach = "Reach";

    /// <summary>Stands for all that is held on a person, in the audit log.</summary>
    public const string Everything = "Everything";

    /// <summary>What is asked for.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="Key">Key of a sensitive field, or <see cref="Reach"/>.</param>
    /// <param name="ContactId">The contact; null for a field of the account.</param>
    public sealed record Wanted(long AccountId, string Key, long? ContactId);

    /// <summary>What it is, without its value.</summary>
    /// <param name="Account">The account.</param>
    /// <param name="Contact">The contact.</param>
    /// <param name="Field">The field; null for how a contact can be reached.</param>
    public sealed record Subject(Account Account, Contact? Contact, FieldDefinition? Field);

    /// <summary>One value.</summary>
    /// <param name="Name">What it is.</param>
    /// <param name="Value">In words.</param>
    /// <param name="Remark">What the recorder added.</param>
    /// <param name="Origin">Where it comes from and of when it is; null for what is no fact.</param>
    public sealed record Shown(string Name, string Value, string? Remark, string? Origin);

    /// <summary>What is asked for, where the viewer may have it shown.</summary>
    /// <exception cref="NotFoundException">There is no such thing in the viewer's scope, or nothing about it is hidden.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c></exception>
    public async Task<Subject> SubjectAsync(Wanted wanted, CancellationToken cancel)
    {
        var account = await db.AccountToChangeAsync(wanted.AccountId, cancel);
        var contact = wanted.ContactId is { } id
            ? await db.Contacts.SingleOrDefaultAsync(each => each.Id == id && each.AccountId == account.Id, cancel)
                ?? throw new NotFoundException(nameof(Contact), id)
            : null;
        if (wanted.Key == Reach)
            return contact is null ? throw new NotFoundException(nameof(Contact), 0) : new(account, contact, null);
        var field = catalogue.Current.Field(wanted.Key);
        return
            field is { IsSensitive: true } && field.IsSeenBy(db.Viewer.Role) && contact is null == (field.Subject != FieldSubject.Contact)
            ? new(account, contact, field)
            : throw new NotFoundException(nameof(FieldDefinition), 0);
    }

    /// <summary>Records the reason, then tells every value that is on file for it.</summary>
    /// <exception cref="NotFoundException">As <see cref="SubjectAsync"/>.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c>, <c>reveal.words-missing</c></exception>
    public async Task<IReadOnlyList<Shown>> RunAsync(Wanted wanted, RevealInput input, CancellationToken cancel)
    {
        var subject = await SubjectAsync(wanted, cancel);
        var shown = subject.Field is { } field ? await FactsAsync(subject, field, cancel) : ReachOf(subject.Contact!);
        Record(db, subject.Account, subject.Contact, subject.Field?.NameHans ?? Reach, input);
        await db.SaveChangesAsync(cancel);
        return shown;
    }

    /// <summary>Adds the entry that somebody saw personal data; it is written with the next save.</summary>
    /// <exception cref="RuleException"><c>reveal.words-missing</c>: another reason must be told in words.</exception>
    public static void Record(JingkeDbContext db, Account account, Contact? contact, string what, RevealInput input)
    {
        var said = string.IsNullOrWhiteSpace(input.Words) ? null : input.Words.Trim();
        if (input.Reason == RevealReason.Other && said is null)
            throw new RuleException("reveal.words-missing");
        var details = new Dictionary<string, object?> { ["Revealed"] = what, ["RevealReason"] = input.Reason };
        if (said is not null)
            details["RevealWords"] = said;
        db.Note(
            "revealed",
            contact is null ? nameof(Account) : nameof(Contact),
            (contact?.Id ?? account.Id).ToString(CultureInfo.InvariantCulture),
            contact?.Name ?? account.Name,
            details: details
        );
    }

    private async Task<IReadOnlyList<Shown>> FactsAsync(Subject subject, FieldDefinition field, CancellationToken cancel)
    {
        var sheet = await facts.RunAsync(subject.Account, cancel);
        var card = sheet.Field(field, subject.Contact?.Id);
        return card.Slot is not { } slot
            ? []
            :
            [
                .. slot
                    .Facts.OrderByDescending(each => each.Fact == slot.Shown)
                    .ThenByDescending(each => each.Fact.ObservedOn)
                    .ThenByDescending(each => each.Fact.RecordedAt)
                    .Select(each => new Shown(
                        FactTexts.Get($"Standing.{each.Standing}"),
                        card.PlainTextOf(each.Fact),
                        sheet.FactOf(each)?.Note,
                        $"{card.Words.OfChannel(each.Fact.ChannelId)} · {Format.Date(each.Fact.ObservedOn)}"
                    )),
            ];
    }

    private IReadOnlyList<Shown> ReachOf(Contact contact) =>
        [
            .. new (string Name, string? Value)[]
            {
                (words["Mobile"], contact.Mobile),
                (words["OfficePhone"], contact.Phone),
                (words["Email"], contact.Email),
                (words["Note"], contact.Note),
            }
                .Where(each => each.Value is not null)
                .Select(each => new Shown(each.Name, each.Value!, null, null)),
        ];
}
