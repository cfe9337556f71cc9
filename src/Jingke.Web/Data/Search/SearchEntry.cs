using System.ComponentModel.DataAnnotations.Schema;
using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;

namespace Jingke.Web.Data.Search;

/// <summary>
/// The texts by which an account is found, folded. Beside it each database keeps its own index of the terms:
/// SQLite in the full-text table <c>account_terms</c>, PostgreSQL in the array column <c>terms</c>.
/// </summary>
public sealed class SearchEntry
{
    /// <summary>The account.</summary>
    public long AccountId { get; init; }

    /// <summary>Names, code, credit code, telephone numbers, names of contacts, and initials; each after a line feed.</summary>
    public string Words { get; init; } = "";

    /// <summary>Names in full pinyin, in all readings; each after a line feed.</summary>
    public string Pinyin { get; init; } = "";

    /// <summary>The name's place in an alphabetical list, see <see cref="Account.NameOrder"/>; kept with the account.</summary>
    [NotMapped]
    internal string NameOrder { get; init; } = "";

    /// <summary>Makes the entry of an account.</summary>
    internal static SearchEntry Of(Source account, IEnumerable<ContactSource> contacts)
    {
        var words = new List<string>();
        var pinyin = new List<string>();
        AddName(account.Name);
        AddName(account.ShortName);
        foreach (var former in (account.FormerNames ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            AddName(former);
        Add(account.Code);
        Add(account.CreditCode);
        Add(account.Phone);
        foreach (var contact in contacts)
        {
            AddName(contact.Name);
            Add(contact.Mobile);
            Add(contact.Phone);
            Add(contact.Email);
        }
        return new()
        {
            AccountId = account.Id,
            NameOrder = SearchText.OrderOf(account.Name),
            Words = Joined(words),
            Pinyin = Joined(pinyin),
        };

        void Add(string? text)
        {
            if (SearchText.Fold(text) is { Length: > 0 } folded)
                words.Add(folded);
        }

        void AddName(string? name)
        {
            var folded = SearchText.Fold(name);
            if (folded.Length == 0)
                return;
            words.Add(folded);
            var (full, initials) = SearchText.Pinyin(folded);
            words.AddRange(initials);
            pinyin.AddRange(full);
        }
    }

    /// <summary>The terms of the entry, in order, texts set apart.</summary>
    internal IEnumerable<string> Terms()
    {
        foreach (var text in Words.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return SearchTerms.HeadOf(text);
            foreach (var term in SearchTerms.PairsOf(SearchTerms.Word, text))
                yield return term;
            yield return SearchTerms.Between;
        }
        foreach (var text in Pinyin.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var term in SearchTerms.PairsOf(SearchTerms.Pinyin, text))
                yield return term;
            yield return SearchTerms.Between;
        }
    }

    private static string Joined(List<string> texts) => string.Concat(texts.Distinct().Select(text => "\n" + text));

    /// <summary>What the entry takes from an <see cref="Account"/>.</summary>
    internal sealed record Source(
        long Id,
        string Name,
        string? ShortName,
        string? Code,
        string? CreditCode,
        string? Phone,
        string? FormerNames
    );

    /// <summary>What the entry takes from a <see cref="Contact"/>.</summary>
    internal sealed record ContactSource(long AccountId, string Name, string? Mobile, string? Phone, string? Email);
}
