using Jingke.Domain.Facts;
using Jingke.Web.Features.Accounts.List.Fields;

namespace Jingke.Web.Features.Accounts.List.Where;

/// <summary>How a condition compares; in addresses in lower case.</summary>
public enum ConditionOperator
{
    /// <summary>A text contains another, whatever the case 包含.</summary>
    Has,

    /// <summary>A text is another; yes or no 等于.</summary>
    Is,

    /// <summary>One of the chosen, for places and industries also what lies below 属于.</summary>
    In,

    /// <summary>A number, an amount or a day: that or more 不小于.</summary>
    Min,

    /// <summary>A number, an amount or a day: that or less 不大于.</summary>
    Max,

    /// <summary>A number, an amount or a day: from one to another, both included 介于.</summary>
    Between,

    /// <summary>A value is believed and within its shelf life 已知.</summary>
    Known,

    /// <summary>The last value is past its shelf life 已过期.</summary>
    Stale,

    /// <summary>Nothing is believed 未知.</summary>
    Unknown,
}

/// <summary>Which operators a field has.</summary>
internal static class ConditionOperators
{
    /// <summary>The operators of a field, the most usual first.</summary>
    public static IReadOnlyList<ConditionOperator> Of(ListField field) =>
        [
            .. field.Definition.Type switch
            {
                FieldType.Text or FieldType.LongText => [ConditionOperator.Has, ConditionOperator.Is],
                FieldType.Number or FieldType.Money or FieldType.Date => (ConditionOperator[])
                    [ConditionOperator.Min, ConditionOperator.Max, ConditionOperator.Between],
                FieldType.YesNo => [ConditionOperator.Is],
                FieldType.OneOf or FieldType.SomeOf or FieldType.Region or FieldType.Industry => [ConditionOperator.In],
                _ => [],
            },
            ConditionOperator.Known,
            .. field.IsOfCatalogue ? (ConditionOperator[])[ConditionOperator.Stale] : [],
            ConditionOperator.Unknown,
        ];

    /// <summary>Whether an operator stands alone, without a value.</summary>
    public static bool IsAlone(this ConditionOperator how) =>
        how is ConditionOperator.Known or ConditionOperator.Stale or ConditionOperator.Unknown;
}
