using System.Globalization;
using System.Text.Json;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.People;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Common.Audit;

/// <summary>The audit trail in words: who did what to what, and each changed field with its value before and after.</summary>
internal sealed class ChangeWords(
    PeopleDirectory people,
    Clock clock,
    IStringLocalizer<AuditTexts> words,
    IStringLocalizer<CatalogueTexts> catalogue
)
{
    // What the action itself says, and what nobody changes by hand.
    private static readonly HashSet<string> Unsaid =
    [
        "DeletedAt",
        "DeletedById",
        "CreatedAt",
        "CreatedById",
        "CreatedByBatchId",
        "UpdatedAt",
        "SavedAt",
        "SavedById",
        "AccountId",
        "FromId",
        "ToId",
        "ContactId",
        "RecordedAt",
        "RecordedById",
        "UserId",
        "At",
        "ById",
        "Version",
        "NormalizedUserName",
        "ConcurrencyStamp",
    ];

    private const int LongestValue = 300;

    /// <summary>The changed fields of an entry, in the order that they were written.</summary>
    /// <param name="subject">Kind of thing, as in the entry.</param>
    /// <param name="changes">The entry's changes as JSON; may be empty.</param>
    /// <param name="plain">Whether the reader may know how the contacts concerned can be reached; else that is hidden.</param>
    public IReadOnlyList<FieldChange> Of(string subject, string changes, bool plain = false)
    {
        if (changes.Length == 0)
            return [];

        using var document = JsonDocument.Parse(changes);
        return
        [
            .. document
                .RootElement.EnumerateObject()
                .Where(field => !Unsaid.Contains(field.Name))
                .Select(field => new FieldChange(
                    FieldOf(subject, field.Name),
                    Shown(field.Name, field.Value[0]),
                    Shown(field.Name, field.Value[1])
                )),
        ];

        string? Shown(string field, JsonElement value) =>
            plain ? ValueOf(subject, field, value) : PersonalData.Logged(subject, field, ValueOf(subject, field, value));
    }

    /// <summary>Whether a field is left out because the action says it, or because nobody changes it by hand.</summary>
    internal static bool IsUnsaid(string field) => Unsaid.Contains(field);

    /// <summary>What was done: 新建, 修改, 删除 …</summary>
    public string Action(string action) => Find($"Action.{action}") ?? action;

    /// <summary>Kind of thing: 客户, 联系人 …</summary>
    public string Subject(string subject) => Find($"Subject.{subject}") ?? subject;

    /// <summary>Who did it; the product itself where nobody did.</summary>
    public string Person(Guid? id) => people.Current.Find(id)?.Name ?? words[id is null ? "System" : "FormerUser"];

    /// <summary>The field's word; the same field may be called otherwise on another kind of thing.</summary>
    public string FieldOf(string subject, string field) => Find($"Field.{subject}.{field}") ?? Find($"Field.{field}") ?? field;

    private string? ValueOf(string subject, string field, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined || value.ToString() is not { Length: > 0 } text)
            return null;

        return field switch
        {
            "OwnerId" => Guid.TryParse(text, out var id) ? Person(id) : text,
            // A name that the reader may not see is not told here either.
            "ParentId" when subject != nameof(Domain.People.Team) => $"#{text}",
            "TeamId" or "ParentId" => long.TryParse(text, CultureInfo.InvariantCulture, out var team)
                ? people.Current.FindTeam(team)?.Name ?? words["FormerTeam"]
                : text,
            "ProvinceCode" or "CityCode" => RegionName.Of(text) ?? text,
            "ProvinceCodes" => string.Join('、', text.Split(',').Select(code => RegionName.Of(code) ?? code)),
            "IndustryCode" => RegionName.OfIndustry(text),
            "Tier" => Find($"Tier.{text}") ?? text,
            "Roles" => string.Join(words["Separator"], text.Split(", ").Select(role => Find($"Roles.{role}") ?? role)),
            "RevealReason" or "EraseReason" or "Revealed" => Find($"{field}.{text}") ?? text,
            "Purpose" or "Basis" => Find($"{field}.{text}") ?? text,
            "Price" or "Quality" or "Service" or "Delivery" or "Relationship" => Find($"Standing.{text}") ?? text,
            "Kind" or "Role" or "Scope" or "Language" or "Attitude" => Find($"{field}.{text}") ?? text,
            "Section" or "Subject" or "Type" => catalogue[$"{field}.{text}"],
            "SeenBy" or "EditedBy" => Listed(value, role => Find($"Role.{role.GetString()}") ?? role.ToString()),
            "Choices" => Listed(value, choice => choice.GetProperty("Hans").ToString()),
            // Long machine text says nothing to people but that it is another.
            "Rules" or "Policies" => words["Rules"],
            "Target"
            or "Forecast"
            or "NetSales" when subject == nameof(Domain.KeyAccounts.KeyAccountPlan) && value.TryGetInt64(out var amount) => Format.Money(
                amount
            ),
            _ when value.ValueKind is JsonValueKind.True or JsonValueKind.False => words[value.GetBoolean() ? "Yes" : "No"],
            _ when value.ValueKind == JsonValueKind.String
                    && DateTime.TryParseExact(
                        text,
                        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.AdjustToUniversal,
                        out var at
                    ) => Format.Time(clock.ToLocal(at)),
            _ => text.Length > LongestValue ? text[..LongestValue] + "…" : text,
        };
    }

    // An older entry may hold another form; it is then shown as it is.
    private static string Listed(JsonElement list, Func<JsonElement, string> word) =>
        list.ValueKind == JsonValueKind.Array ? string.Join('、', list.EnumerateArray().Select(word)) : list.ToString();

    private string? Find(string key) => words[key] is { ResourceNotFound: false } found ? found.Value : null;
}

/// <summary>A field in words; a side is null where it was empty.</summary>
public sealed record FieldChange(string Field, string? Before, string? After);
