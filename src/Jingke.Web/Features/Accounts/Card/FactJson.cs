using System.Text.Json.Serialization;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Web.Common;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Card;

/// <summary>Facts for programs: what is believed of each field, and recording of new ones through the same door as the card.</summary>
internal static class FactJson
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapFactJson(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/accounts/{id:long}/facts");
        api.MapGet("/", ReadAsync).RequireAuthorization(Policies.SeeAccounts);
        api.MapPost("/", RecordAsync).RequireAuthorization(Policies.EditAccounts);
    }

    /// <summary>What is believed of a field. A sensitive value is masked: it has no text.</summary>
    /// <param name="Field">Key of the field.</param>
    /// <param name="Name">Its name in the language of the request.</param>
    /// <param name="ContactId">The contact, for a field of a personal card.</param>
    /// <param name="Knowledge">How well it is known.</param>
    /// <param name="Value">The value as stored; null when none can be shown.</param>
    /// <param name="Text">The value in words.</param>
    /// <param name="Channel">Key of the channel it comes from.</param>
    /// <param name="ObservedOn">The day for which it was true.</param>
    /// <param name="Reliability">In percent.</param>
    /// <param name="Why">Why this value and no other.</param>
    public sealed record Believed(
        string Field,
        string Name,
        long? ContactId,
        Knowledge Knowledge,
        string? Value,
        string? Text,
        string? Channel,
        DateOnly? ObservedOn,
        int? Reliability,
        string? Why
    );

    /// <summary>Values to record, with where they come from.</summary>
    public sealed record Recording
    {
        /// <summary>The values by the keys of their fields; a number need not be quoted.</summary>
        [JsonConverter(typeof(TextsConverter))]
        public Dictionary<string, string?> Values { get; init; } = [];

        /// <summary>The contact they are about, for fields of contacts.</summary>
        public long? ContactId { get; init; }

        /// <summary>Key of the channel; without one an own visit.</summary>
        public string? Channel { get; init; }

        /// <summary>Whether it was seen or heard at first hand.</summary>
        public bool FirstHand { get; init; } = true;

        /// <summary>The day for which it was true; without one today.</summary>
        public DateOnly? ObservedOn { get; init; }

        /// <summary>Whether it holds for a single occasion only.</summary>
        public bool OneOff { get; init; }

        /// <summary>A remark.</summary>
        public string? Note { get; init; }
    }

    /// <summary>What became of a value.</summary>
    /// <param name="Field">Key of the field.</param>
    /// <param name="FactId">The fact.</param>
    /// <param name="Standing">What vetting made of it.</param>
    /// <param name="Knowledge">How well the field is known now.</param>
    public sealed record Recorded(string Field, long FactId, FactStanding Standing, Knowledge Knowledge);

    private static async Task<Ok<IReadOnlyList<Believed>>> ReadAsync(
        long id,
        JingkeDbContext db,
        AccountFacts facts,
        CatalogueInForce catalogue,
        CancellationToken cancel
    )
    {
        var account =
            await db.Accounts.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancel)
            ?? throw new NotFoundException(nameof(Account), id);
        var sheet = await facts.RunAsync(account, cancel);
        return TypedResults.Ok<IReadOnlyList<Believed>>([
            .. sheet.Sections.SelectMany(section => section).Select(field => Of(field, catalogue.Current)),
        ]);
    }

    private static Believed Of(CardField field, Catalogue catalogue)
    {
        var isMasked = field.Definition.IsSensitive;
        return new(
            field.Definition.Key,
            field.Definition.Names.In(Language.Current.Code),
            field.ContactId,
            field.Knowledge,
            isMasked ? null : field.Shown?.Fact.Value,
            isMasked ? null : field.Text,
            field.Shown is { } shown ? catalogue.Channel(shown.Fact.ChannelId)?.Key : null,
            field.Shown?.Fact.ObservedOn,
            field.Shown?.Reliability,
            field.Slot is { } slot ? field.Words.OfRule(field.Definition, slot) : null
        );
    }

    private static async Task<Results<Ok<IReadOnlyList<Recorded>>, ValidationProblem>> RecordAsync(
        long id,
        Recording input,
        RecordFacts command,
        CancellationToken cancel
    )
    {
        try
        {
            var outcomes = await command.RunAsync(
                id,
                [.. input.Values.Select(each => new RecordFacts.Given(each.Key, each.Value, input.ContactId))],
                new()
                {
                    Channel = input.Channel,
                    IsFirstHand = input.FirstHand,
                    ObservedOn = input.ObservedOn,
                    IsOneOff = input.OneOff,
                    Note = input.Note,
                },
                cancel
            );
            return TypedResults.Ok<IReadOnlyList<Recorded>>([
                .. outcomes.Select(each => new Recorded(
                    each.Field.Key,
                    each.FactId,
                    each.Slot.Facts.First(fact => fact.Fact.Id == each.FactId).Standing,
                    each.Slot.Knowledge
                )),
            ]);
        }
        catch (RecordFacts.Refused refused)
        {
            return TypedResults.ValidationProblem(
                new Dictionary<string, string[]>(StringComparer.Ordinal)
                {
                    [$"values.{refused.Given.FieldKey}"] = [ProblemWords.Of(refused.Refusal)],
                }
            );
        }
    }
}
