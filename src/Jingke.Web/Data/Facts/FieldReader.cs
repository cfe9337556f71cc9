using System.Globalization;
using System.Text;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.Reference;
using Jingke.Web.Common.Languages;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Data.Facts;

/// <summary>Reads what a person, a file or a program gives into a value of a field.</summary>
internal static class FieldReader
{
    /// <summary>Reads a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">What was given.</param>
    /// <returns>Null when nothing was given.</returns>
    /// <exception cref="RuleException">
    /// <c>fact.too-long</c>, <c>fact.not-a-number</c>, <c>fact.not-a-date</c>, <c>fact.not-lunar</c>, <c>fact.not-yes-no</c>,
    /// <c>fact.not-a-choice</c>, <c>fact.not-a-region</c>, <c>fact.not-an-industry</c>, <c>fact.not-chosen</c>; each with the field's name
    /// and what was given. A credit code is refused as <see cref="CreditCode.Check"/> does.
    /// </exception>
    public static FieldValue? Read(FieldDefinition field, string? text)
    {
        var given = text?.Trim() ?? "";
        if (given.Length == 0)
            return null;
        if (given.Length > Fact.MaximumLength)
            throw new RuleException("fact.too-long", NameOf(field), Fact.MaximumLength);

        return field.Type switch
        {
            FieldType.Text when field.Column == nameof(Account.CreditCode) => CreditCodeOf(given),
            FieldType.Text or FieldType.LongText => new(given),
            FieldType.Number or FieldType.Money => NumberOf(field, given),
            FieldType.Date => DateOf(field, given),
            FieldType.LunarDate => LunarDate.TryRead(given, out var date)
                ? new(date.ToString())
                : throw Refused(field, given, "fact.not-lunar"),
            FieldType.YesNo => new((YesNo.Read(given) ?? throw Refused(field, given, "fact.not-yes-no")) ? "yes" : "no"),
            FieldType.OneOf => new(ChoiceOf(field, given)),
            FieldType.SomeOf => new(ChoicesOf(field, given)),
            FieldType.Region => new(RegionOf(field, given)),
            FieldType.Industry => new(Industries.Recognise(given)?.Code ?? throw Refused(field, given, "fact.not-an-industry")),
            FieldType.Person or FieldType.Account or FieldType.File => long.TryParse(
                given,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var id
            )
                ? new(id.ToString(CultureInfo.InvariantCulture))
                : throw Refused(field, given, "fact.not-chosen"),
            _ => throw new InvalidOperationException($"The type {field.Type} has no reader."),
        };
    }

    private static FieldValue CreditCodeOf(string given)
    {
        CreditCode.Check(given);
        return new(given.ToUpperInvariant());
    }

    private static FieldValue NumberOf(FieldDefinition field, string given)
    {
        // 500人 is the number 500 of a field whose unit is 人.
        var (bare, unit) = (given.Normalize(NormalizationForm.FormKC), field.Unit.Normalize(NormalizationForm.FormKC));
        if (unit.Length > 0 && bare.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            bare = bare[..^unit.Length];
        // 15% of a number of staff, or an amount of 8折, is no number of them: nobody could say whether 15 or 0.15 was meant.
        if (
            NumberText.Read(Encoding.UTF8.GetBytes(bare), DecimalMark.Point, out var value) != ReadResult.Ok
            || value.Form != NumberForm.Plain
        )
            throw Refused(field, given, "fact.not-a-number");
        var number = value.TenThousandths;
        return new((number / 10_000m).ToString("0.####", CultureInfo.InvariantCulture), number);
    }

    private static FieldValue DateOf(FieldDefinition field, string given)
    {
        // A founding may lie long before the days that order files are allowed to name.
        if (
            DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var plain)
            && plain.Year >= 1600
        )
            return Of(plain);
        if (
            given.Length == 4
            && int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1600 and <= 2100
        )
            return Of(new(year, 1, 1));
        return DateText.Read(Encoding.UTF8.GetBytes(given), DateOrder.Ymd, from1904: false, out var day) == ReadResult.Ok
            ? Of(DateOnly.FromDayNumber(day))
            : throw Refused(field, given, "fact.not-a-date");

        static FieldValue Of(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.DayNumber);
    }

    private static string ChoicesOf(FieldDefinition field, string given)
    {
        // The name of one choice may contain what parts several.
        if (Find(field, given) is { } only)
            return only.Key;
        var chosen = given
            .Split([',', '，', '、', ';', '；', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(each => ChoiceOf(field, each))
            .ToHashSet();
        if (chosen.Count == 0)
            throw NoChoice(field, given);
        // In the order of the catalogue, so that the same choices are the same text.
        return string.Join(',', field.Choices.Select(choice => choice.Key).Where(chosen.Contains));
    }

    private static string ChoiceOf(FieldDefinition field, string given) => Find(field, given)?.Key ?? throw NoChoice(field, given);

    private static FieldChoice? Find(FieldDefinition field, string given)
    {
        var wanted = AccountName.Normalise(given);
        return field.Choices.FirstOrDefault(choice =>
            new[] { choice.Key, choice.Hans, choice.Hant, choice.En }.Any(name => name.Length > 0 && AccountName.Normalise(name) == wanted)
        );
    }

    private static RuleException NoChoice(FieldDefinition field, string given) =>
        new(
            "fact.not-a-choice",
            NameOf(field),
            given,
            string.Join(
                Language.Current == Language.English ? ", " : "、",
                field.Choices.Select(choice => choice.Names.In(Language.Current.Code))
            )
        );

    private static string RegionOf(FieldDefinition field, string given)
    {
        if (Divisions.Find(given) is { } known)
            return known.Level == DivisionLevel.Province ? known.ProvinceCode : known.CityCode ?? known.ProvinceCode;
        var place = Divisions.Recognise(given, null, given);
        if (place.Province is null)
            place = Divisions.Recognise(null, given, given);
        return place.City ?? place.Province ?? throw Refused(field, given, "fact.not-a-region");
    }

    private static RuleException Refused(FieldDefinition field, string given, string code) => new(code, NameOf(field), given);

    private static string NameOf(FieldDefinition field) => field.Names.In(Language.Current.Code);
}
