using System.Globalization;

namespace Jingke.Domain.Accounts;

/// <summary>The describing fields of an account, as a form or a file gives them. Empty means 'not known'.</summary>
public sealed record AccountDescription
{
    /// <summary>Company or household; null leaves it as it is.</summary>
    public AccountKind? Kind { get; init; }

    /// <summary>The company's own number for it.</summary>
    public string? Code { get; init; }

    /// <summary>What colleagues call it.</summary>
    public string? ShortName { get; init; }

    /// <summary>统一社会信用代码</summary>
    public string? CreditCode { get; init; }

    /// <summary>GB/T 2260 code of the province.</summary>
    public string? ProvinceCode { get; init; }

    /// <summary>GB/T 2260 code of the city.</summary>
    public string? CityCode { get; init; }

    /// <summary>The region as it was given, where not recognised.</summary>
    public string? RegionText { get; init; }

    /// <summary>Postal address.</summary>
    public string? Address { get; init; }

    /// <summary>GB/T 4754 code.</summary>
    public string? IndustryCode { get; init; }

    /// <summary>The industry as it was given, where not recognised.</summary>
    public string? IndustryText { get; init; }

    /// <summary>Form of ownership.</summary>
    public string? Ownership { get; init; }

    /// <summary>Size class.</summary>
    public string? Size { get; init; }

    /// <summary>Number of staff.</summary>
    public int? Employees { get; init; }

    /// <summary>Telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Web address.</summary>
    public string? Website { get; init; }

    /// <summary>Where the account came from.</summary>
    public string? Source { get; init; }

    /// <summary>Anything worth knowing.</summary>
    public string? Note { get; init; }

    /// <summary>What it says about a column that repeats a field of the catalogue, written as <see cref="Account.ValueIn"/> writes it; null when it says nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No field is repeated in that column.</exception>
    public string? ValueIn(string column)
    {
        var text = column switch
        {
            Account.RegionColumn => string.IsNullOrWhiteSpace(CityCode) ? ProvinceCode : CityCode,
            Account.IndustryColumn => IndustryCode,
            nameof(CreditCode) => CreditCode?.ToUpperInvariant(),
            nameof(Address) => Address,
            nameof(Ownership) => Ownership,
            nameof(Size) => Size,
            nameof(Employees) => Employees?.ToString(CultureInfo.InvariantCulture),
            nameof(Phone) => Phone,
            nameof(Website) => Website,
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "No field is repeated in that column."),
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <summary>The same, but with a column that repeats a field as the account has it.</summary>
    /// <param name="column">Name of the column; <c>Region</c> stands for province, city and text.</param>
    /// <param name="account">The account.</param>
    public AccountDescription Keeping(string column, Account account) =>
        column switch
        {
            Account.RegionColumn => this with
            {
                ProvinceCode = account.ProvinceCode,
                CityCode = account.CityCode,
                RegionText = account.RegionText,
            },
            Account.IndustryColumn => this with { IndustryCode = account.IndustryCode, IndustryText = account.IndustryText },
            nameof(CreditCode) => this with { CreditCode = account.CreditCode },
            nameof(Address) => this with { Address = account.Address },
            nameof(Ownership) => this with { Ownership = account.Ownership },
            nameof(Size) => this with { Size = account.Size },
            nameof(Employees) => this with { Employees = account.Employees },
            nameof(Phone) => this with { Phone = account.Phone },
            nameof(Website) => this with { Website = account.Website },
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "No field is repeated in that column."),
        };
}
