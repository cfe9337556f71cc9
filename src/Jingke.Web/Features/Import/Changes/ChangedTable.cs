using System.Data.Common;
using System.Globalization;
using Jingke.Domain.Receivables;
using Jingke.Web.Data.Bulk;

namespace Jingke.Web.Features.Import.Changes;

/// <summary>How the values of a field are kept.</summary>
internal enum FieldType
{
    Text,
    Day,
    Int,
    Long,
    Guid,
    Bool,
}

/// <summary>A field that imports write.</summary>
/// <param name="Name">Its name, as in the audit log.</param>
/// <param name="Column">Its column.</param>
/// <param name="Type">How its values are kept.</param>
internal sealed record ChangedField(string Name, string Column, FieldType Type = FieldType.Text)
{
    /// <summary>Reads a value as text, the same on both databases; null for none.</summary>
    public string? Read(DbDataReader row, int ordinal)
    {
        if (row.IsDBNull(ordinal))
            return null;
        return Type switch
        {
            FieldType.Day => row.GetFieldValue<DateOnly>(ordinal).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            FieldType.Int or FieldType.Long => row.GetInt64(ordinal).ToString(CultureInfo.InvariantCulture),
            FieldType.Guid => row.GetGuid(ordinal).ToString(),
            FieldType.Bool => row.GetBoolean(ordinal) ? "true" : "false",
            _ => row.GetString(ordinal),
        };
    }

    /// <summary>Writes a value that <see cref="Read"/> gave.</summary>
    public void Write(BulkWriter rows, string? value)
    {
        switch (Type)
        {
            case FieldType.Day:
                rows.Day(value is null ? null : DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case FieldType.Int:
                rows.Int(value is null ? null : int.Parse(value, CultureInfo.InvariantCulture));
                break;
            case FieldType.Long:
                rows.Long(value is null ? null : long.Parse(value, CultureInfo.InvariantCulture));
                break;
            case FieldType.Guid:
                rows.Guid(value is null ? null : System.Guid.Parse(value));
                break;
            case FieldType.Bool:
                rows.Bool(value == "true");
                break;
            default:
                rows.Text(value);
                break;
        }
    }
}

/// <summary>A table whose rows imports change.</summary>
/// <param name="Subject">Kind of thing, as in the audit log.</param>
/// <param name="Table">Its table.</param>
/// <param name="Fields">The fields that imports write.</param>
internal sealed record ChangedTable(string Subject, string Table, IReadOnlyList<ChangedField> Fields)
{
    /// <summary>Accounts.</summary>
    public static readonly ChangedTable Accounts = new(
        "Account",
        "account",
        [
            new("Code", "code"),
            new("Name", "name"),
            new("NormalisedName", "normalised_name"),
            new("ShortName", "short_name"),
            new("CreditCode", "credit_code"),
            new("ProvinceCode", "province_code"),
            new("CityCode", "city_code"),
            new("RegionText", "region_text"),
            new("Address", "address"),
            new("IndustryCode", "industry_code"),
            new("IndustryText", "industry_text"),
            new("Ownership", "ownership"),
            new("Size", "size"),
            new("Employees", "employees", FieldType.Int),
            new("Phone", "phone"),
            new("Website", "website"),
            new("Source", "source"),
            new("Note", "note"),
            new("OwnerId", "owner_id", FieldType.Guid),
            new("TeamId", "team_id", FieldType.Long),
            new("FirstTradedOn", "first_traded_on", FieldType.Day),
        ]
    );

    /// <summary>Contacts.</summary>
    public static readonly ChangedTable Contacts = new(
        "Contact",
        "contact",
        [
            new("Name", "name"),
            new("Title", "title"),
            new("Mobile", "mobile"),
            new("Phone", "phone"),
            new("Email", "email"),
            new("Note", "note"),
            new("IsPrimary", "is_primary", FieldType.Bool),
        ]
    );

    /// <summary>Invoices.</summary>
    public static readonly ChangedTable Receivables = new(
        "Receivable",
        "receivable",
        [
            new(nameof(Receivable.InvoicedOn), "invoiced_on", FieldType.Day),
            new(nameof(Receivable.DueOn), "due_on", FieldType.Day),
            new(nameof(Receivable.Amount), "amount", FieldType.Long),
        ]
    );

    /// <summary>A field by its name.</summary>
    public ChangedField this[string name] => Fields.First(field => field.Name == name);

    /// <summary>All columns, separated by commas.</summary>
    public string ColumnList(string alias) => string.Join(", ", Fields.Select(field => $"{alias}.{field.Column}"));

    /// <summary>Reads the values of a row, by field.</summary>
    /// <param name="row">A row.</param>
    /// <param name="first">Ordinal of the first column of <see cref="ColumnList"/>.</param>
    public Dictionary<string, string?> Values(DbDataReader row, int first) =>
        Fields.Index().ToDictionary(field => field.Item.Name, field => field.Item.Read(row, first + field.Index), StringComparer.Ordinal);
}
