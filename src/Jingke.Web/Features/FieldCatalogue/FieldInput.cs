using System.ComponentModel.DataAnnotations;
using Jingke.Domain.Facts;
using Jingke.Domain.People;

namespace Jingke.Web.Features.FieldCatalogue;

/// <summary>A field as the form shows it.</summary>
public sealed class FieldInput
{
    /// <summary>Simplified Chinese name.</summary>
    [Required(ErrorMessage = "required"), MaxLength(60, ErrorMessage = "too-long:60")]
    public string? NameHans { get; set; }

    /// <summary>Traditional Chinese name.</summary>
    [MaxLength(60, ErrorMessage = "too-long:60")]
    public string? NameHant { get; set; }

    /// <summary>English name.</summary>
    [MaxLength(60, ErrorMessage = "too-long:60")]
    public string? NameEn { get; set; }

    /// <summary>Only of a new field.</summary>
    public FieldSubject? Subject { get; set; }

    /// <summary>Only of a new field.</summary>
    public FieldType? Type { get; set; }

    /// <summary>Only of a new field; left empty it is made from the name.</summary>
    [MaxLength(FieldDefinition.MaximumKeyLength, ErrorMessage = "too-long:60")]
    public string? Key { get; set; }

    /// <summary>Left out for contacts, who have one section.</summary>
    public CardSection? Section { get; set; }

    /// <summary>Unit of a number.</summary>
    [MaxLength(10, ErrorMessage = "too-long:10")]
    public string? Unit { get; set; }

    /// <summary>Empty when it does not age.</summary>
    [Range(1, 36_500, ErrorMessage = "field.shelf-life-outside")]
    public int? ShelfLifeDays { get; set; }

    /// <inheritdoc cref="FieldDefinition.Weight"/>
    [Required(ErrorMessage = "required"), Range(0, 10, ErrorMessage = "field.weight-outside")]
    public int? Weight { get; set; }

    /// <inheritdoc cref="FieldDefinition.IsSensitive"/>
    public bool IsSensitive { get; set; }

    /// <inheritdoc cref="FieldDefinition.IsQuestion"/>
    public bool IsQuestion { get; set; }

    // A form without a box ticked, or without rows, sends nothing at all, and the framework then sets null.

    /// <summary>Roles that are ticked.</summary>
    public string[] SeenBy
    {
        get;
        set => field = value ?? [];
    } = [];

    /// <inheritdoc cref="SeenBy"/>
    public string[] EditedBy
    {
        get;
        set => field = value ?? [];
    } = [];

    /// <summary>Keys of the choices, one for each row of the editor; empty for a new one.</summary>
    public string?[] ChoiceKey
    {
        get;
        set => field = value ?? [];
    } = [];

    /// <summary>Simplified Chinese names of the choices, row by row; a row without is no choice.</summary>
    public string?[] ChoiceHans
    {
        get;
        set => field = value ?? [];
    } = [];

    /// <summary>Traditional Chinese names of the choices, row by row.</summary>
    public string?[] ChoiceHant
    {
        get;
        set => field = value ?? [];
    } = [];

    /// <summary>English names of the choices, row by row.</summary>
    public string?[] ChoiceEn
    {
        get;
        set => field = value ?? [];
    } = [];

    /// <summary>The version that was on the screen.</summary>
    public int Version { get; set; }

    /// <summary>The names together.</summary>
    internal LocalName Names => new(Text(NameHans), Text(NameHant), Text(NameEn));

    /// <summary>The field as it is.</summary>
    public static FieldInput Of(FieldDefinition field) =>
        new()
        {
            NameHans = field.NameHans,
            NameHant = field.NameHant,
            NameEn = field.NameEn,
            Subject = field.Subject,
            Type = field.Type,
            Key = field.Key,
            Section = field.Section,
            Unit = field.Unit,
            ShelfLifeDays = field.ShelfLifeDays,
            Weight = field.Weight,
            IsSensitive = field.IsSensitive,
            IsQuestion = field.IsQuestion,
            SeenBy = [.. field.SeenBy.Select(role => $"{role}")],
            EditedBy = [.. field.EditedBy.Select(role => $"{role}")],
            ChoiceKey = [.. field.Choices.Select(choice => choice.Key)],
            ChoiceHans = [.. field.Choices.Select(choice => choice.Hans)],
            ChoiceHant = [.. field.Choices.Select(choice => choice.Hant)],
            ChoiceEn = [.. field.Choices.Select(choice => choice.En)],
            Version = field.Version,
        };

    /// <summary>The choices as they were typed, rows without a name left out.</summary>
    internal IEnumerable<FieldChoice> Choices =>
        Enumerable
            .Range(0, ChoiceHans.Length)
            .Select(row => new FieldChoice(At(ChoiceKey, row), At(ChoiceHans, row), At(ChoiceHant, row), At(ChoiceEn, row)))
            .Where(choice => choice.Hans.Length > 0);

    /// <summary>The roles that are ticked; words that are no role are left out.</summary>
    public static IReadOnlyList<Role> Roles(IEnumerable<string> ticked) =>
        [.. Enum.GetValues<Role>().Where(role => ticked.Contains($"{role}"))];

    private static string At(string?[] column, int row) => row < column.Length ? Text(column[row]) : "";

    private static string Text(string? typed) => typed?.Trim() ?? "";
}
