using Jingke.Domain.Accounts;

namespace Jingke.Web.Features.Duplicates.Merging;

/// <summary>The fields that one chooses between when accounts are merged; what belongs together is one choice.</summary>
/// <param name="Key">Its name in the form and key of its words.</param>
/// <param name="Properties">Properties of the account that go together.</param>
internal sealed record MergeChoice(string Key, params IReadOnlyList<string> Properties)
{
    /// <summary>All of them, in the order of the page.</summary>
    public static readonly IReadOnlyList<MergeChoice> All =
    [
        new("Name", nameof(Account.Name), nameof(Account.NormalisedName)),
        new("ShortName", nameof(Account.ShortName)),
        new("Code", nameof(Account.Code)),
        new("Kind", nameof(Account.Kind)),
        new("CreditCode", nameof(Account.CreditCode)),
        new("Region", nameof(Account.ProvinceCode), nameof(Account.CityCode), nameof(Account.RegionText)),
        new("Address", nameof(Account.Address)),
        new("Phone", nameof(Account.Phone)),
        new("Website", nameof(Account.Website)),
        new("Industry", nameof(Account.IndustryCode), nameof(Account.IndustryText)),
        new("Ownership", nameof(Account.Ownership)),
        new("Size", nameof(Account.Size)),
        new("Employees", nameof(Account.Employees)),
        new("Source", nameof(Account.Source)),
        new("Owner", nameof(Account.OwnerId), nameof(Account.TeamId)),
        new("Note", nameof(Account.Note)),
    ];

    /// <summary>The values of an account.</summary>
    public IReadOnlyList<object?> Of(Account account) =>
        [.. Properties.Select(name => typeof(Account).GetProperty(name)!.GetValue(account))];

    /// <summary>Whether an account says nothing here.</summary>
    public bool IsEmpty(Account account) => Of(account).All(value => value is null or "");

    /// <summary>Whether two accounts say different things.</summary>
    public bool Differs(Account left, Account right) => !Of(left).SequenceEqual(Of(right));
}
