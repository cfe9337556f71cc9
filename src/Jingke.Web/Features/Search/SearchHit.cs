using Jingke.Domain.Accounts;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Search;

namespace Jingke.Web.Features.Search;

/// <summary>What a search found.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Hits">The accounts, the likeliest first.</param>
/// <param name="HasMore">Whether there are more.</param>
public sealed record SearchResults(string Text, IReadOnlyList<SearchHit> Hits, bool HasMore);

/// <summary>An account that was found.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="OwnerId">Who is responsible.</param>
/// <param name="ProvinceCode">Its province.</param>
/// <param name="CityCode">Its city.</param>
/// <param name="Why">What was found where the name does not show it: a code, a number, a contact; else null.</param>
public sealed record SearchHit(long Id, string Name, Tier? Tier, Guid? OwnerId, string? ProvinceCode, string? CityCode, string? Why)
{
    internal static SearchHit Of(FoundAccount account, IEnumerable<FoundContact> contacts, SearchQuery query, bool seesReach) =>
        new(
            account.Id,
            account.Name,
            account.Tier,
            account.OwnerId,
            account.ProvinceCode,
            account.CityCode,
            IsIn(account.Name, query) ? account.Code : WhyOf(account, contacts, query, seesReach)
        );

    private static string? WhyOf(FoundAccount account, IEnumerable<FoundContact> contacts, SearchQuery query, bool seesReach)
    {
        string?[] texts = [account.ShortName, account.Code, account.CreditCode, account.Phone];
        if (Array.Find(texts, text => IsIn(text, query)) is { } text)
            return text;
        foreach (var contact in contacts)
        {
            var number = Array.Find([contact.Mobile, contact.Phone, contact.Email], each => IsIn(each, query));
            if (number is not null || IsIn(contact.Name, query))
                return string.Join(
                    ' ',
                    ((string?[])[contact.Name, contact.Title, seesReach ? number : PersonalData.Masked(number)]).OfType<string>()
                );
        }
        return account.Code;
    }

    private static bool IsIn(string? text, SearchQuery query)
    {
        var folded = SearchText.Fold(text);
        if (folded.Length == 0)
            return false;
        var (full, initials) = SearchText.Pinyin(folded);
        return query.Words.Any(word =>
            folded.Contains(word, StringComparison.Ordinal)
            || initials.Concat(full).Any(pinyin => pinyin.Contains(word, StringComparison.Ordinal))
        );
    }
}
