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
}
