using Jingke.Domain;
using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;

namespace Jingke.Tests.Facts;

/// <summary>One field with facts about it, for tests of vetting. Today is 2026-06-30; facts are written down in the order given.</summary>
public sealed class Slot(FieldType type = FieldType.Text, string key = "motto", int? shelfLife = 365)
{
    public static readonly DateOnly Today = new(2026, 6, 30);
    private readonly List<Testimony> facts = [];
    private AccountEvidence evidence = AccountEvidence.None;
    private PeerRange? peers;

    /// <summary>Grades of the channels that tests speak of.</summary>
    public static readonly Dictionary<string, int> Grades = new()
    {
        ["visit"] = 95,
        ["register"] = 95,
        ["call"] = 80,
        ["import"] = 60,
        ["referral"] = 65,
        ["list"] = 45,
        ["rumour"] = 20,
    };

    /// <summary>Adds a fact.</summary>
    /// <param name="value">The value; numbers in whole units, days as 2026-06-30.</param>
    /// <param name="channel">A key of <see cref="Grades"/>; with ~ in front it is hearsay.</param>
    /// <param name="daysAgo">How many days ago it was observed.</param>
    /// <param name="by">Who wrote it down.</param>
    /// <param name="settled">What a person decided.</param>
    /// <param name="settledAgo">How many days ago.</param>
    /// <param name="oneOff">Whether it holds for a single occasion.</param>
    public Slot Says(
        string value,
        string channel = "visit",
        int daysAgo = 0,
        int by = 1,
        FactSettlement? settled = null,
        int settledAgo = 0,
        bool oneOff = false
    )
    {
        facts.Add(
            new()
            {
                Id = facts.Count + 1,
                Value = value,
                Number = NumberOf(value),
                ChannelId = Grades.Keys.ToList().IndexOf(channel.TrimStart('~')),
                IsFirstHand = channel[0] != '~',
                ObservedOn = Today.AddDays(-daysAgo),
                IsOneOff = oneOff,
                RecordedAt = new DateTime(2026, 6, 30, 8, 0, 0, DateTimeKind.Utc).AddMinutes(facts.Count),
                RecordedById = new Guid(by, 0, 0, new byte[8]),
                Settlement = settled,
                SettledOn = settled is null ? null : Today.AddDays(-settledAgo),
            }
        );
        return this;
    }

    /// <summary>Another field's accepted value.</summary>
    public Slot While(string other, string value, int reliability = 95, int recordedMinutesBefore = 60)
    {
        var accepted = new Dictionary<string, AcceptedValue>(evidence.Accepted)
        {
            [other] = new(
                new(value, NumberOf(value)),
                reliability,
                new DateTime(2026, 6, 30, 8, 0, 0, DateTimeKind.Utc).AddMinutes(-recordedMinutesBefore)
            ),
        };
        evidence = evidence with { Accepted = accepted };
        return this;
    }

    /// <summary>What our books say.</summary>
    public Slot Books(long? salesOfYear, DateOnly? firstSale = null)
    {
        evidence = evidence with { NetSalesOfYear = salesOfYear * Money.PerUnit, FirstSaleOn = firstSale };
        return this;
    }

    /// <summary>What accounts like this show.</summary>
    public Slot Among(int count, int typical, double spread = 0.5)
    {
        peers = new()
        {
            Like = "Company|",
            Count = count,
            Middle = Math.Log(typical * (double)Money.PerUnit),
            Spread = spread,
        };
        return this;
    }

    public SlotVerdict Vet() => Vet(facts);

    /// <summary>Vets the same facts given in another order.</summary>
    public SlotVerdict Vet(IEnumerable<Testimony> order) =>
        FieldVetting.Run(
            new(
                new FieldDefinition(key, FieldSubject.Account, type).With(shelfLife),
                [.. order],
                Today,
                id => Grades.Values.ElementAt((int)id)
            )
            {
                Peers = peers,
                Evidence = evidence,
            }
        );

    public IReadOnlyList<Testimony> Facts => facts;

    /// <summary>
    /// The verdict in short: knowledge, shown value, rule, and the standing of each fact in the order of entry: A accepted, S supporting,
    /// O outranked, D disputed, T stale, F failed, R rejected.
    /// </summary>
    public static string InShort(SlotVerdict verdict) =>
        $"{verdict.Knowledge} {verdict.Shown?.Value ?? "-"} {verdict.Rule} {string.Concat(verdict.Facts.OrderBy(each => each.Fact.Id).Select(each => Letter(each.Standing)))}";

    private static char Letter(FactStanding standing) =>
        standing switch
        {
            FactStanding.Stale => 'T',
            _ => standing.ToString()[0],
        };

    private static long? NumberOf(string value) =>
        long.TryParse(value, out var number) ? number * Money.PerUnit
        : DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) ? day.DayNumber
        : null;
}

internal static class SlotFields
{
    public static FieldDefinition With(this FieldDefinition field, int? shelfLife)
    {
        field.Change(
            new()
            {
                Names = new("资料项"),
                Section = CardSection.Basics,
                ShelfLifeDays = shelfLife,
                Choices = [new("a", "甲")],
            }
        );
        return field;
    }
}
