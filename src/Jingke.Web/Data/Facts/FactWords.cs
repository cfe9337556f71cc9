using System.Globalization;
using Jingke.Domain;
using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Web.Common;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data.Access;

namespace Jingke.Web.Data.Facts;

/// <summary>What vetting found, in sentences; the only place that makes them. Values of sensitive fields are hidden in them.</summary>
/// <param name="catalogue">Names channels.</param>
/// <param name="nameOf">Names contacts, accounts and files by their identifiers, where fields hold such.</param>
public sealed class FactWords(Catalogue catalogue, Func<FieldType, long, string?>? nameOf = null)
{
    /// <summary>Why a test came out as it did.</summary>
    public string Of(FieldDefinition field, FactVerdict verdict, Finding finding) =>
        finding.Code == "says-nothing"
            ? FactTexts.Get("Find.says-nothing", field.IsSensitive ? PersonalData.Hidden : verdict.Fact.Value.Trim())
            : Sentence($"Find.{finding.Code}", field, finding.Args, finding.Test == FactTest.Reliable);

    /// <summary>Why this value is believed and no other, or what has to be settled.</summary>
    public string OfRule(FieldDefinition field, SlotVerdict slot) =>
        slot.Knowledge == Knowledge.Disputed
            ? Sentence($"Find.{slot.Rule}", field, slot.RuleArgs)
            : Sentence($"Rule.{slot.Rule}", field, slot.RuleArgs);

    /// <summary>Name of a channel.</summary>
    public string OfChannel(long id) => catalogue.Channel(id)?.Names.In(Language.Current.Code) ?? Format.None;

    private string Sentence(string key, FieldDefinition field, IReadOnlyList<object?> args, bool channelFirst = false)
    {
        var words = new object?[args.Count];
        for (var at = 0; at < words.Length; at++)
            words[at] = args[at] switch
            {
                long channel when channelFirst && at == 0 => OfChannel(channel),
                FieldValue when field.IsSensitive || at > 0 && !IsOfField(key) && IsHeldAgainstSensitive => PersonalData.Hidden,
                FieldValue value => at == 0 || IsOfField(key) ? FieldWords.InSentence(field, value, nameOf) : Plain(value),
                DateOnly day => Format.Date(day),
                Money money => Format.Money(money.TenThousandths),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                var other => other,
            };
        return FactTexts.Get(key, words);
    }

    // Beside these stands a value of the same field; in the others one of another field or of the books.
    private static bool IsOfField(string key) => key is "Find.tie" or "Find.contradicted" or "Find.differs" or "Find.outlier";

    // Which field it is, is not told: when any of those that are held against each other is sensitive, all are hidden.
    private bool IsHeldAgainstSensitive => catalogue.Fields.Any(each => each.IsSensitive && CrossChecks.Concerns(each.Key));

    private static string Plain(FieldValue value) =>
        value.Number is { } number && decimal.TryParse(value.Text, CultureInfo.InvariantCulture, out _)
            ? Format.Quantity(number)
            : value.Text;
}
