using Jingke.Web.Common;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.People;

/// <summary>Words of roles, attitudes and relations of people, of buying centres and households.</summary>
internal sealed class PeopleTexts;

/// <summary>Several words as one text.</summary>
internal static class PeopleWords
{
    /// <summary>The words of some keys, separated as the language does; a dash for none.</summary>
    public static string List(this IStringLocalizer<PeopleTexts> words, IEnumerable<string> keys) =>
        string.Join(words["Separator"], keys.Select(key => words[key].Value)) is { Length: > 0 } text ? text : Format.None;
}
