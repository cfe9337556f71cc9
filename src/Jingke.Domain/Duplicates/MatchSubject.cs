using Jingke.Domain.Accounts;

namespace Jingke.Domain.Duplicates;

/// <summary>What is known of a customer that another can be compared with.</summary>
public sealed record MatchSubject
{
    /// <summary>The name, taken apart.</summary>
    public required ComparableName Name { get; init; }

    /// <summary>Credit code as given; null when unknown.</summary>
    public string? CreditCode { get; init; }

    /// <summary>Telephone numbers of the account and its contacts, as <see cref="ContactData.Phone"/> gives them.</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    /// <summary>Mail domains, as <see cref="ContactData.MailDomain"/> gives them.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>GB/T 2260 code of the province; null when unknown.</summary>
    public string? ProvinceCode { get; init; }

    /// <summary>GB/T 2260 code of the city; null when unknown.</summary>
    public string? CityCode { get; init; }

    /// <summary>Company or household; null when nobody said.</summary>
    public AccountKind? Kind { get; init; }

    /// <summary>The group of customers it counts among, in the company's own words; null when unknown.</summary>
    public string? Segment { get; init; }
}
