using Jingke.Web.Common;
using Jingke.Web.Common.Reasons;
using Jingke.Web.Data;
using Jingke.Web.Ledger.Findings;
using Jingke.Web.Ledger.Opportunities;

namespace Jingke.Web.Features.Opportunities.Alike;

/// <summary>Accounts that resemble key accounts, for the list, its file and what programs ask.</summary>
internal sealed class AlikeList(SeenOpportunities opportunities, FoundAccounts search, OrganisationInForce organisation)
{
    /// <summary>Columns that the list can be sorted by.</summary>
    public static readonly string[] Sorts = ["name", "alike", "sales"];

    /// <summary>The accounts that a filter leaves, by index in the ledger, in order.</summary>
    public sealed record Found(int[] Accounts);

    /// <summary>What the list can be filtered by.</summary>
    public sealed record Offered(
        IReadOnlyList<(string Value, string Text)> Provinces,
        IReadOnlyList<(string Value, string Text)> Industries,
        IReadOnlyList<(string Value, string Text)> Owners
    );

    /// <summary>Finds them.</summary>
    public async Task<Found> FindAsync(Seen<Likeness> seen, AlikeFilter filter, Sort sort, CancellationToken cancel)
    {
        var kept = opportunities.Kept(
            seen,
            $"{filter with { Text = null }}|{sort}",
            () => new Found(Sorted(seen, Filtered(seen, filter), sort)),
            found => found.Accounts.Length / 32
        );
        return await search.RunAsync(seen.Ledger, filter.Text, cancel) is { } accounts
            ? new(Array.FindAll(kept.Accounts, accounts.Contains))
            : kept;
    }

    /// <summary>What those who see this list can choose from.</summary>
    public Offered Choose(Seen<Likeness> seen)
    {
        var kept = opportunities.Kept(
            seen,
            "choices",
            () =>
            {
                var found = Filtered(seen, new((int)(LikenessFindings.AlikeFrom * 100))).ToList();
                return new Offered(
                    WordsOf(seen, "province", found),
                    WordsOf(seen, "industry", found),
                    Choices.Of(seen.Ledger.Accounts.Owner, found)
                );
            },
            offered => offered.Industries.Count
        );
        // What is kept serves readers of every language.
        return kept with { Provinces = [.. kept.Provinces.Select(each => (each.Value, RegionName.Of(each.Value) ?? each.Text))] };
    }

    /// <summary>One page of what was found.</summary>
    public Page<AlikeRow> PageOf(Seen<Likeness> seen, Found found, PageRequest wanted)
    {
        var page = wanted.Within(found.Accounts.Length);
        return new(
            [.. AllOf(seen, new(found.Accounts[page.Skip..Math.Min(page.Skip + page.Size, found.Accounts.Length)]))],
            page.Number,
            page.Size,
            found.Accounts.Length
        );
    }

    /// <summary>All of what was found, for files.</summary>
    public IEnumerable<AlikeRow> AllOf(Seen<Likeness> seen, Found found)
    {
        var (accounts, sales, currency) = (seen.Ledger.Accounts, opportunities.Sales(seen).Figures, Unit.Of(organisation.Current.Currency));
        return found.Accounts.Select(account =>
        {
            var near = seen.Findings.Found!.KeyAccountsLike(account);
            return new AlikeRow(
                accounts.Ids[account],
                accounts.Codes[account],
                accounts.Names[account],
                seen.OwnerOf(account),
                near[0].Likeness,
                near[0].Match.Distance.Coverage,
                sales.Of(account) is { IsActive: true } figure ? figure.NetSales : null,
                [.. near.Select(each => KeyOf(seen, each))],
                LikenessWords.Of(near[0].Match, seen.Findings.Found.Columns, account, currency)
            );
        });
    }

    /// <summary>A key account as far as the viewer sees it.</summary>
    public static AlikeKey KeyOf(Seen<Likeness> seen, Neighbour key) =>
        seen.Sees(key.Account)
            ? new(seen.Ledger.Accounts.Ids[key.Account], seen.Ledger.Accounts.Names[key.Account], key.Likeness)
            : new(null, null, key.Likeness);

    /// <summary>The accounts that a filter leaves, most alike first.</summary>
    public IEnumerable<int> Filtered(Seen<Likeness> seen, AlikeFilter filter)
    {
        if (seen.Findings.Found is not { } found)
            yield break;

        var (accounts, sales) = (seen.Ledger.Accounts, opportunities.Sales(seen).Figures);
        var owner = Choices.CodeOf(accounts.Owner, filter.Owner);
        var (province, industry) = (Column(found, "province"), Column(found, "industry"));
        // A likeness is a whole fraction; 80 % must not fall short of itself.
        var least = (filter.Percent / 100.0) - 1e-9;
        foreach (var account in found.Order)
        {
            if (found.LikenessOf(account) < least)
                yield break;
            if (
                seen.Sees(account)
                && (filter.Province is null || province?.WordOf(account) == filter.Province)
                && (filter.Industry is null || industry?.WordOf(account) == filter.Industry)
                && (owner is null || accounts.Owner.Codes[account] == owner)
                && (filter.Bought is null || (sales.Of(account)?.IsActive == true) == filter.Bought)
            )
                yield return account;
        }
    }

    /// <summary>An attribute by its key; null where accounts do not differ in it.</summary>
    public static LikenessColumn? Column(LikenessFindings found, string key) => found.Columns.FirstOrDefault(column => column.Key == key);

    private static (string, string)[] WordsOf(Seen<Likeness> seen, string key, IEnumerable<int> accounts) =>
        seen.Findings.Found is { } found && Column(found, key) is { } column
            ?
            [
                .. accounts
                    .Select(column.WordOf)
                    .OfType<string>()
                    .CountBy(word => word)
                    .OrderByDescending(each => each.Value)
                    .ThenBy(each => each.Key, StringComparer.Ordinal)
                    .Select(each => (each.Key, each.Key)),
            ]
            : [];

    private int[] Sorted(Seen<Likeness> seen, IEnumerable<int> found, Sort sort)
    {
        if (sort.Key == "name")
        {
            // By pinyin, as people look names up.
            var comparer = StringComparer.Create(new System.Globalization.CultureInfo("zh-Hans"), ignoreCase: true);
            string Name(int account) => seen.Ledger.Accounts.Names[account];
            return sort.Descending ? [.. found.OrderByDescending(Name, comparer)] : [.. found.OrderBy(Name, comparer)];
        }

        if (sort.Key == "sales")
        {
            var sales = opportunities.Sales(seen).Figures;
            long Sales(int account) => sales.Of(account)?.NetSales ?? 0;
            return sort.Descending ? [.. found.OrderByDescending(Sales)] : [.. found.OrderBy(Sales)];
        }

        return sort.Descending ? [.. found] : [.. found.Reverse()];
    }
}
