using System.Globalization;
using Jingke.Analytics.Breakdowns;
using Jingke.Domain;
using Jingke.Web.Common.Periods;

namespace Jingke.Web.Features.Analysis.Forecasts;

/// <summary>Whose sales are forecast, as an address says it.</summary>
/// <param name="Word">Groups of what, as in addresses: "team", "product" …, <see cref="Account"/>; null for everything in sight.</param>
/// <param name="Group">Key of the group, or id of the account; null for the largest.</param>
/// <param name="Search">Part of a name or code that accounts are looked for by; null for none.</param>
public sealed record ForecastOf(string? Word, string? Group, string? Search = null)
{
    /// <summary>The word of single accounts, which are no dimension.</summary>
    public const string Account = "account";

    /// <summary>What can be chosen, in the order of the tabs.</summary>
    public static readonly IReadOnlyList<string> Words = [Account, "team", "owner", "product", "category", "province", "industry"];

    /// <summary>The dimension; null for everything and for accounts.</summary>
    public Dimension? Dimension => DimensionWord.Find(Word)?.Dimension;

    /// <summary>Whether it is one account.</summary>
    public bool IsAccount => Word == Account;

    /// <summary>Reads it from an address.</summary>
    /// <param name="valueOf">The value of a name in the query.</param>
    /// <exception cref="NotFoundException">There is no such dimension.</exception>
    public static ForecastOf Read(Func<string, string?> valueOf)
    {
        var (word, group, account, search) = (TextOf("dimension"), TextOf("group"), TextOf("account"), TextOf("q"));
        if (account is not null)
            return new(Account, account);
        if (word is null)
            // Only accounts are looked for by a word.
            return new(search is null ? null : Account, null, search);
        if (word != Account && DimensionWord.Find(word) is null)
            throw new NotFoundException("Dimension", word);

        return new(word, group, word == Account ? search : null);

        string? TextOf(string name) => valueOf(name)?.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>Id of the account that is asked for; null for none.</summary>
    /// <exception cref="NotFoundException">It is no number.</exception>
    public long? AccountId =>
        !IsAccount || Group is null ? null
        : long.TryParse(Group, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
        : throw new NotFoundException(nameof(Domain.Accounts.Account), Group);

    /// <summary>A page or file about it.</summary>
    internal string At(string path, AnalysisLinks links) =>
        links.To(path, ("dimension", Word), ("group", Group), ("q", Group is null ? Search : null));

    /// <summary>What a form that chooses the group keeps of the address.</summary>
    public static IReadOnlyList<string> Kept { get; } = [.. PeriodQuery.Names, "dimension"];
}
