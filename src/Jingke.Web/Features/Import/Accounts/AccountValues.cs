using System.Globalization;
using Jingke.Domain.Accounts;
using Jingke.Web.Data.People;
using Jingke.Web.Tabular.Accounts;
using Jingke.Web.Tabular.Columns;

namespace Jingke.Web.Features.Import.Accounts;

/// <summary>The values of an account and of a contact that a row gives, by field; a blank cell gives none, so it never empties a field.</summary>
internal static class AccountValues
{
    /// <summary>What a row says about its account.</summary>
    public static Dictionary<string, string> Of(AccountRecord record, PeopleDirectory.Snapshot people)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Put("Code", record.Code);
        if (record[Field.AccountName].Length > 0)
        {
            Put("Name", record[Field.AccountName]);
            Put("NormalisedName", AccountName.Normalise(record[Field.AccountName]));
        }
        Put("CreditCode", record[Field.CreditCode].ToUpperInvariant());
        PutRegion();
        Put("Address", record[Field.Address]);
        if (record.Industry is { } industry)
            Put("IndustryCode", industry.Code);
        else
            Put("IndustryText", record[Field.Industry]);
        Put("Ownership", record[Field.Ownership]);
        Put("Size", record[Field.Size]);
        Put("Employees", record.Employees?.ToString(CultureInfo.InvariantCulture) ?? "");
        Put("Phone", record[Field.Phone]);
        Put("Website", record[Field.Website]);
        Put("Source", record[Field.Source]);
        Put("FirstTradedOn", record.FirstTraded?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        if (OwnerOf(record, people) is { } owner)
        {
            Put("OwnerId", owner.Id.ToString());
            Put("TeamId", owner.TeamId?.ToString(CultureInfo.InvariantCulture) ?? "");
        }
        return values;

        void Put(string field, string value)
        {
            if (value.Length > 0)
                values[field] = value;
        }

        void PutRegion()
        {
            if (record.Place.Province is { } province)
            {
                Put("ProvinceCode", province);
                Put("CityCode", record.Place.City ?? "");
            }
            else
                Put("RegionText", RegionText(record));
        }
    }

    /// <summary>What a row says about its contact.</summary>
    public static Dictionary<string, string> OfContact(AccountRecord record)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Name"] = record[Field.ContactName] };
        Put("Title", Join(record[Field.Department], record[Field.ContactTitle]));
        Put("Mobile", record[Field.Mobile]);
        Put("Phone", record[Field.ContactPhone]);
        Put("Email", record[Field.Email]);
        Put("Note", record[Field.WeChat].Length > 0 ? "微信 " + record[Field.WeChat] : "");
        if (record.IsPrimaryContact)
            values["IsPrimary"] = "true";
        return values;

        void Put(string field, string value)
        {
            if (value.Length > 0)
                values[field] = value;
        }
    }

    /// <summary>The region as it was given, where it was not recognised; empty when none was given or it was recognised.</summary>
    public static string RegionText(AccountRecord record) =>
        record.Place.Province is not null
            ? ""
            : Join(Join(record[Field.Country], record[Field.Zone]), Join(record[Field.Province], record[Field.City]));

    /// <summary>The colleague a row names as owner, by sign-in name or by name; null when it names nobody, or nobody who is known.</summary>
    public static PeopleDirectory.Person? OwnerOf(AccountRecord record, PeopleDirectory.Snapshot people) =>
        record[Field.Salesperson] is not { Length: > 0 } name
            ? null
            : people.People.FirstOrDefault(person => string.Equals(person.UserName, name, StringComparison.OrdinalIgnoreCase))
                ?? (people.People.Where(person => person.Name == name).Take(2).ToList() is [var only] ? only : null);

    private static string Join(string first, string second) => (first + " " + second).Trim();
}
