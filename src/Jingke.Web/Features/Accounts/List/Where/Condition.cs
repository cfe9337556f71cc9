using System.Globalization;
using Jingke.Domain;
using Jingke.Domain.Facts;
using Jingke.Web.Data.Facts;
using Jingke.Web.Features.Accounts.List.Fields;

namespace Jingke.Web.Features.Accounts.List.Where;

/// <summary>One condition on accounts: a field, how it is compared, and with what.</summary>
/// <param name="Field">The field.</param>
/// <param name="How">How it is compared.</param>
/// <param name="Values">With what, as facts write it; two for <see cref="ConditionOperator.Between"/>, none for those that stand alone.</param>
public sealed record Condition(ListField Field, ConditionOperator How, IReadOnlyList<FieldValue> Values)
{
    /// <summary>Most values of one condition.</summary>
    public const int MostValues = 50;

    /// <summary>Least number, amount (both ten-thousandths) or day that it keeps; null for no limit.</summary>
    public long? Least => How is ConditionOperator.Min or ConditionOperator.Between ? Values[0].Number : null;

    /// <summary>Most number, amount or day that it keeps; null for no limit.</summary>
    public long? Most =>
        How == ConditionOperator.Max ? Values[0].Number
        : How == ConditionOperator.Between ? Values[1].Number
        : null;

    /// <summary>The condition as it stands in an address: <c>field.employees.between.100,500</c>.</summary>
    public override string ToString() =>
        Values.Count == 0
            ? $"{Field.Name}.{Word(How)}"
            : $"{Field.Name}.{Word(How)}.{string.Join(',', Values.Select(value => value.Text))}";

    /// <summary>An operator as addresses write it.</summary>
    public static string Word(ConditionOperator how) => how.ToString().ToLowerInvariant();

    /// <summary>Makes a condition of what a person or an address gives.</summary>
    /// <param name="fields">The fields that the person may use.</param>
    /// <param name="field">The field.</param>
    /// <param name="how">How it is compared.</param>
    /// <param name="given">With what; empty ones are left out.</param>
    /// <exception cref="RuleException">
    /// <c>filter.operator-unknown</c>, <c>filter.value-missing</c>, <c>filter.too-many-values</c>, <c>filter.range-reversed</c>, and what
    /// <see cref="FieldReader"/> says of a value.
    /// </exception>
    internal static Condition Read(ListFields fields, ListField field, ConditionOperator how, IEnumerable<string?> given)
    {
        var title = fields.TitleOf(field);
        if (!ConditionOperators.Of(field).Contains(how))
            throw new RuleException("filter.operator-unknown", title);
        if (how.IsAlone())
            return new(field, how, []);

        var values = given.Select(text => ValueOf(fields, field, text)).OfType<FieldValue>().Distinct().ToList();
        if (how == ConditionOperator.Between && values is [var only])
            values = [only, only];
        if (values.Count == 0 || (how == ConditionOperator.Between && values.Count != 2))
            throw new RuleException("filter.value-missing", title);
        if (values.Count > MostValues)
            throw new RuleException("filter.too-many-values", title, MostValues);
        if (how == ConditionOperator.Between && values[0].Number > values[1].Number)
            throw new RuleException("filter.range-reversed", title, values[0].Text, values[1].Text);
        return new(field, how, how == ConditionOperator.In ? values : values[..(how == ConditionOperator.Between ? 2 : 1)]);
    }

    private static FieldValue? ValueOf(ListFields fields, ListField field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (field.Definition.Type is FieldType.OneOf or FieldType.SomeOf)
            return fields.ChoicesOf(field).Any(choice => choice.Value == text)
                ? new(text)
                : throw new RuleException("filter.value-missing", fields.TitleOf(field));
        // A part of a credit code is searched for, so that it is not held against its check digit.
        if (field.Definition.Type is FieldType.Text or FieldType.LongText)
            return new(text.Trim());
        return field.IsOfCatalogue ? FieldReader.Read(field.Definition, text) : FieldReader.Read(Named(fields, field), text);
    }

    // Refusals name the field; attributes of every account have their names among the words of the screen.
    private static FieldDefinition Named(ListFields fields, ListField field)
    {
        var named = new FieldDefinition(field.Definition.Key, FieldSubject.Account, field.Definition.Type);
        named.Change(new() { Names = new(fields.TitleOf(field)), Section = CardSection.Basics });
        return named;
    }

    /// <summary>A number of ten-thousandths as a plain number.</summary>
    public static string Plain(long tenThousandths) => (tenThousandths / 10_000m).ToString("0.####", CultureInfo.InvariantCulture);
}
