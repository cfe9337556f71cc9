using System.Globalization;
using Jingke.Domain.Accounts;
using Jingke.Domain.Reference;

namespace Jingke.Web.Features.Accounts.Edit;

/// <summary>
/// Brings together what two people did to one account: a field that only the other changed takes their value, a field that only
/// this person changed keeps it, and a field that both changed is left to be chosen.
/// </summary>
internal static class AccountMerge
{
    private static readonly (string Field, string[] Logged)[] Fields =
    [
        (nameof(AccountInput.Kind), [nameof(Account.Kind)]),
        (nameof(AccountInput.Name), [nameof(Account.Name)]),
        (nameof(AccountInput.ShortName), [nameof(Account.ShortName)]),
        (nameof(AccountInput.Code), [nameof(Account.Code)]),
        (nameof(AccountInput.CreditCode), [nameof(Account.CreditCode)]),
        (nameof(AccountInput.Region), [nameof(Account.CityCode), nameof(Account.ProvinceCode)]),
        (nameof(AccountInput.RegionText), [nameof(Account.RegionText)]),
        (nameof(AccountInput.Address), [nameof(Account.Address)]),
        (nameof(AccountInput.Industry), [nameof(Account.IndustryCode)]),
        (nameof(AccountInput.IndustryText), [nameof(Account.IndustryText)]),
        (nameof(AccountInput.Ownership), [nameof(Account.Ownership)]),
        (nameof(AccountInput.Size), [nameof(Account.Size)]),
        (nameof(AccountInput.Employees), [nameof(Account.Employees)]),
        (nameof(AccountInput.Phone), [nameof(Account.Phone)]),
        (nameof(AccountInput.Website), [nameof(Account.Website)]),
        (nameof(AccountInput.Source), [nameof(Account.Source)]),
        (nameof(AccountInput.Note), [nameof(Account.Note)]),
        (nameof(AccountInput.OwnerId), [nameof(Account.OwnerId)]),
    ];

    /// <summary>Merges into what was typed.</summary>
    /// <param name="typed">What this person sent; fields that only the other changed are set here.</param>
    /// <param name="theirs">The account as it is saved now.</param>
    /// <param name="before">Fields changed since, with their values when the form was opened (<see cref="ChangesSince"/>).</param>
    /// <returns>The fields that both changed to different values.</returns>
    public static IReadOnlySet<string> Run(AccountInput typed, AccountInput theirs, IReadOnlyDictionary<string, string> before)
    {
        var open = new HashSet<string>();
        foreach (var (field, logged) in Fields)
        {
            if (!Array.Exists(logged, before.ContainsKey))
                continue;
            var property = typeof(AccountInput).GetProperty(field)!;
            var (mine, other) = (property.GetValue(typed), property.GetValue(theirs));
            if (Same(mine, other))
                continue;
            if (Same(mine, Opened(logged, theirs, before)))
                property.SetValue(typed, other);
            else
                open.Add(field);
        }
        (typed.Version, typed.Seen) = (theirs.Version, theirs.Seen);
        return open;
    }

    // A region is a city, or a province where no city was known.
    private static string? Opened(string[] logged, AccountInput theirs, IReadOnlyDictionary<string, string> before) =>
        logged.Select(before.GetValueOrDefault).FirstOrDefault(value => !string.IsNullOrEmpty(value))
        ?? (logged.Length > 1 && !before.ContainsKey(logged[1]) ? Divisions.Find(theirs.Region)?.ProvinceCode : null);

    private static bool Same(object? left, object? right) => string.Equals(Text(left), Text(right), StringComparison.OrdinalIgnoreCase);

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim() ?? "";
}
