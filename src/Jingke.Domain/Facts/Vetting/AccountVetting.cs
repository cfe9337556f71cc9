namespace Jingke.Domain.Facts.Vetting;

/// <summary>Vets everything that is known of an account, and tells how well the account is known.</summary>
public static class AccountVetting
{
    /// <summary>Vets an account.</summary>
    public static AccountVerdict Run(VettingGround ground, VettedAccount account)
    {
        var facts = account.Facts.ToLookup(each => each.Slot, each => each.Fact);
        var slots = facts.ToDictionary(slot => slot.Key, slot => Vet(slot.Key, [.. slot], account.Books with { Accepted = NoOthers }));

        // Fields are held against each other once it is known what each is believed to be.
        var accepted = slots
            .Where(slot => slot.Key.ContactId is null && slot.Value is { Knowledge: Knowledge.Known, Shown: not null })
            .ToDictionary(
                slot => ground.Field(slot.Key.FieldId).Key,
                slot => new AcceptedValue(
                    slot.Value.Shown!.FieldValue,
                    slot.Value.Facts.First(each => each.Fact == slot.Value.Shown).Reliability,
                    slot.Value.Shown.RecordedAt
                )
            );
        if (accepted.Count > 1)
            foreach (
                var slot in facts.Where(slot => slot.Key.ContactId is null && CrossChecks.Concerns(ground.Field(slot.Key.FieldId).Key))
            )
                slots[slot.Key] = Vet(slot.Key, [.. slot], account.Books with { Accepted = accepted });

        return new(slots, ScoresOf(account.Asked, slots));

        SlotVerdict Vet(SlotKey key, IReadOnlyList<Testimony> about, AccountEvidence evidence) =>
            FieldVetting.Run(
                new(ground.Field(key.FieldId), about, ground.Today, ground.ReliabilityOfChannel)
                {
                    Peers = key.ContactId is null ? ground.Peers(key.FieldId, account.Like) : null,
                    Evidence = key.ContactId is null ? evidence : AccountEvidence.None,
                }
            );
    }

    private static readonly Dictionary<string, AcceptedValue> NoOthers = [];

    private static KnowledgeScores ScoresOf(IReadOnlyList<FieldDefinition> asked, Dictionary<SlotKey, SlotVerdict> slots)
    {
        var (all, known, stale) = (0, 0, 0);
        foreach (var field in asked)
        {
            all += field.Weight;
            if (!slots.TryGetValue(new(field.Id), out var slot))
                continue;
            // What still stands in a dispute is known as well as it can be; the dispute is in the queue.
            if (slot.Knowledge == Knowledge.Known || slot is { Knowledge: Knowledge.Disputed, Shown: not null })
                known += field.Weight;
            else if (slot.Knowledge == Knowledge.Stale)
                stale += field.Weight;
        }

        var (held, wrong) = (0, 0);
        foreach (var fact in slots.Values.SelectMany(slot => slot.Facts))
            if (fact.Fact.Settlement == FactSettlement.Confirmed)
                held++;
            else if (fact.Fact.Settlement == FactSettlement.Wrong)
                wrong++;
        return new(Share(known, all), Share(held, held + wrong), Share(known, known + stale));
    }

    private static double? Share(int part, int whole) => whole == 0 ? null : part / (double)whole;
}

/// <summary>What vetting found out about an account.</summary>
/// <param name="Slots">The verdict on each field that has facts.</param>
/// <param name="Scores">How well the account is known.</param>
public sealed record AccountVerdict(IReadOnlyDictionary<SlotKey, SlotVerdict> Slots, KnowledgeScores Scores);

/// <summary>How well an account is known, each 0 to 1.</summary>
/// <param name="Completeness">Known fields among those that are asked for, by weight; null when none has a weight.</param>
/// <param name="Accuracy">Settled facts that held among all that were settled; null while none was.</param>
/// <param name="Freshness">Known fields among those known and stale, by weight; null while nothing is known.</param>
public readonly record struct KnowledgeScores(double? Completeness, double? Accuracy, double? Freshness);
