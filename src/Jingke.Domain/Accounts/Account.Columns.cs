using System.Globalization;
using Jingke.Domain.Reference;

namespace Jingke.Domain.Accounts;

// The columns that repeat accepted values of catalogue fields.
public sealed partial class Account
{
    /// <summary>What a column that repeats a field of the catalogue holds, as facts write it; null when it is empty.</summary>
    /// <param name="column">Name of the column; <c>Region</c> stands for province and city.</param>
    /// <exception cref="ArgumentOutOfRangeException">No field is repeated in that column.</exception>
    public string? ValueIn(string column) =>
        column switch
        {
            RegionColumn => CityCode ?? ProvinceCode,
            IndustryColumn => IndustryCode,
            nameof(CreditCode) => CreditCode,
            nameof(Address) => Address,
            nameof(Ownership) => Ownership,
            nameof(Size) => Size,
            nameof(Employees) => Employees?.ToString(CultureInfo.InvariantCulture),
            nameof(Phone) => Phone,
            nameof(Website) => Website,
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "No field is repeated in that column."),
        };

    /// <summary>Repeats the accepted value of a field in its column, for lists and analyses.</summary>
    /// <param name="column">Name of the column; <c>Region</c> stands for province and city.</param>
    /// <param name="value">The value as facts write it.</param>
    /// <param name="at">When it was accepted.</param>
    /// <returns>Whether the column held something else.</returns>
    public bool Repeat(string column, string value, DateTime at)
    {
        if (ValueIn(column) == value)
            return false;

        UpdatedAt = at;
        switch (column)
        {
            case RegionColumn:
                var place = Divisions.Find(value);
                (ProvinceCode, RegionText) = (place?.ProvinceCode, null);
                CityCode = place is { Level: not DivisionLevel.Province } ? place.CityCode : null;
                break;
            case IndustryColumn:
                (IndustryCode, IndustryText) = (value, null);
                break;
            case nameof(CreditCode):
                CreditCode = value;
                break;
            case nameof(Address):
                Address = value;
                break;
            case nameof(Ownership):
                Ownership = value;
                break;
            case nameof(Size):
                Size = value;
                break;
            case nameof(Employees):
                Employees = int.TryParse(value, out var staff) ? staff : Employees;
                break;
            case nameof(Phone):
                Phone = value;
                break;
            case nameof(Website):
                Website = value;
                break;
        }
        return true;
    }

    /// <summary>Empties a column that repeats a field: what it repeated was taken back, and nothing was known before.</summary>
    /// <param name="column">Name of the column; <c>Region</c> stands for province and city.</param>
    /// <param name="at">When.</param>
    public void Empty(string column, DateTime at)
    {
        UpdatedAt = at;
        switch (column)
        {
            case RegionColumn:
                (ProvinceCode, CityCode) = (null, null);
                break;
            case IndustryColumn:
                IndustryCode = null;
                break;
            case nameof(CreditCode):
                CreditCode = null;
                break;
            case nameof(Address):
                Address = null;
                break;
            case nameof(Ownership):
                Ownership = null;
                break;
            case nameof(Size):
                Size = null;
                break;
            case nameof(Employees):
                Employees = null;
                break;
            case nameof(Phone):
                Phone = null;
                break;
            case nameof(Website):
                Website = null;
                break;
        }
    }

    /// <summary>Stands for province and city together.</summary>
    public const string RegionColumn = "Region";

    /// <summary>Stands for the code of the industry.</summary>
    public const string IndustryColumn = "Industry";
}
