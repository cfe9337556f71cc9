using Jingke.Domain.Facts;
using Jingke.Web.Common;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data.Facts;
using Jingke.Web.Features.Accounts.List.Fields;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.List.Where;

/// <summary>Conditions in words.</summary>
internal static class ConditionWords
{
    /// <summary>A condition, e.g. 员工人数 ≥ 100.</summary>
    public static string Of(Condition condition, ListFields fields, IStringLocalizer<AccountTexts> words)
    {
        var title = fields.TitleOf(condition.Field);
        var values = condition.Values.Select(value => ValueOf(condition.Field, value, fields)).ToList();
        return condition.How == ConditionOperator.Between
            ? words["Where.between", title, values[0], values[1]]
            : words[
                "Where." + Condition.Word(condition.How),
                title,
                string.Join(Language.Current == Language.English ? ", " : "、", values)
            ];
    }

    private static string ValueOf(ListField field, FieldValue value, ListFields fields) =>
        field.Definition.Type switch
        {
            FieldType.OneOf or FieldType.SomeOf => fields.ChoicesOf(field).FirstOrDefault(choice => choice.Value == value.Text).Text?.Trim()
                ?? value.Text,
            FieldType.Money => Format.Money(value.Number),
            _ => FieldWords.Of(field.Definition, value),
        };
}
