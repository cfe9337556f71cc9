using Jingke.Domain.Facts;
using Jingke.Domain.Reference;
using Jingke.Web.Common;
using Jingke.Web.Common.Languages;

namespace Jingke.Web.Data.Facts;

/// <summary>Values of fields as people read them.</summary>
internal static class FieldWords
{
    /// <summary>A value in the language of the request. Contacts, accounts and files are named by whoever has read them.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value as stored.</param>
    /// <param name="nameOf">Names a contact, an account or a file by its identifier.</param>
    public static string Of(FieldDefinition field, FieldValue value, Func<FieldType, long, string?>? nameOf = null) =>
        field.Type switch
        {
            FieldType.Number => field.Unit.Length > 0 ? $"{Number(value)} {field.Unit}" : Number(value),
            FieldType.Money => Format.Money(value.Number),
            FieldType.LunarDate => LunarDate.TryRead(value.Text, out var date) ? CommonTexts.Get("LunarDate", Lunar(date)) : value.Text,
            FieldType.YesNo => CommonTexts.Get(value.Text == "yes" ? "Yes" : "No"),
            FieldType.OneOf or FieldType.SomeOf => Choices(field, value.Text),
            FieldType.Region => Divisions.Find(value.Text) is { } place
                ? RegionName.Of(place.ProvinceCode, place.Level == DivisionLevel.Province ? null : value.Text)!
                : value.Text,
            FieldType.Industry => RegionName.OfIndustry(value.Text) ?? value.Text,
            FieldType.Person or FieldType.Account or FieldType.File => long.TryParse(value.Text, out var id)
            && nameOf?.Invoke(field.Type, id) is { } name
                ? name
                : value.Text,
            _ => value.Text,
        };

    /// <summary>A value in a sentence; one that is known as a number only is written out.</summary>
    public static string InSentence(FieldDefinition field, FieldValue value, Func<FieldType, long, string?>? nameOf = null) =>
        Of(field, value.Text.Length == 0 && value.Number is { } number ? Written(field, number) : value, nameOf);

    private static FieldValue Written(FieldDefinition field, long number) =>
        field.Type == FieldType.Date
            ? new(Format.Date(DateOnly.FromDayNumber((int)number)), number)
            : new((number / 10_000m).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture), number);

    private static string Lunar(LunarDate date) =>
        Language.Current == Language.Traditional ? date.InTraditionalChinese
        : Language.Current != Language.English ? date.InChinese
        // 1990-08-15, 08-15.
        : $"{date with { IsLeap = false }}".TrimStart('-') + (date.IsLeap ? CommonTexts.Get("LeapMonth") : "");

    private static string Number(FieldValue value) => Format.Quantity(value.Number);

    private static string Choices(FieldDefinition field, string keys)
    {
        var names = keys.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(key => field.Choices.FirstOrDefault(choice => choice.Key == key)?.Names.In(Language.Current.Code) ?? key);
        return string.Join(Language.Current == Language.English ? ", " : "、", names);
    }
}
