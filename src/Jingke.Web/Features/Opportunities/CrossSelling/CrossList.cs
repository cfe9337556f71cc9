using Jingke.Analytics.CrossSelling;
using Jingke.Analytics.Ledger;
using Jingke.Web.Common;
using Jingke.Web.Common.Reasons;
using Jingke.Web.Ledger.Findings;
using Jingke.Web.Ledger.Opportunities;

namespace Jingke.Web.Features.Opportunities.CrossSelling;

/// <summary>What else accounts may buy: the list, its file, and all that is suggested to one account.</summary>
internal sealed class CrossList(SeenOpportunities opportunities, FoundAccounts search)
{
    /// <summary>Columns that the list can be sorted by.</summary>
    public static readonly string[] Sorts = ["name", "product", "confidence", "lift", "support", "cases", "sales"];

    /// <summary>Products that can be chosen at most: those that are suggested most.</summary>
    private const int MostProducts = 300;

    /// <summary>The accounts that a filter leaves.</summary>
    /// <param name="Accounts">Indexes in the ledger, in order.</param>
    public sealed record Found(int[] Accounts);

    /// <summary>What the list can be filtered by.</summary>
    public sealed record Offered(
        IReadOnlyList<(string Value, string Text)> Owners,
        IReadOnlyList<(string Value, string Text)> Teams,
        IReadOnlyList<(string Value, string Text)> Products
    );

    /// <summary>Finds them.</summary>
    public async Task<Found> FindAsync(Seen<CrossFindings> seen, CrossFilter filter, Sort sort, CancellationToken cancel)
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
    public Offered Choose(Seen<CrossFindings> seen) =>
        opportunities.Kept(
            seen,
            "choices",
            () =>
            {
                var found = Filtered(seen, new()).ToList();
                var products = seen.Findings.Products;
                return new Offered(
                    Choices.Of(seen.Ledger.Accounts.Owner, found),
                    Choices.Of(seen.Ledger.Accounts.Team, found),
                    [
                        .. found
                            .CountBy(account => seen.Findings.BestOf(account)!.Value.To)
                            .OrderByDescending(each => each.Value)
                            .ThenBy(each => products.Codes[each.Key], StringComparer.Ordinal)
                            .Take(MostProducts)
                            .Select(each => ($"{products.Ids[each.Key]}", products.Names[each.Key])),
                    ]
                );
            },
            offered => offered.Products.Count
        );

    /// <summary>One page of what was found.</summary>
    public Page<CrossRow> PageOf(Seen<CrossFindings> seen, Found found, PageRequest wanted)
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
    public IEnumerable<CrossRow> AllOf(Seen<CrossFindings> seen, Found found)
    {
        var (accounts, sales) = (seen.Ledger.Accounts, opportunities.Sales(seen).Figures);
        return found.Accounts.Select(account => new CrossRow(
            accounts.Ids[account],
            accounts.Codes[account],
            accounts.Names[account],
            seen.OwnerOf(account),
            sales.Of(account)?.NetSales ?? 0,
            Suggested(seen.Findings.Products, seen.Findings.BestOf(account)!.Value),
            seen.Findings.CountOf(account)
        ));
    }

    /// <summary>A rule as what is suggested by it.</summary>
    public static SuggestedProduct Suggested(ProductDirectory products, AssociationRule rule) =>
        new(
            products.Ids[rule.To],
            products.Codes[rule.To],
            products.Names[rule.To],
            products.Names[rule.From],
            rule,
            CrossWords.Of(rule, products)
        );

    private static IEnumerable<int> Filtered(Seen<CrossFindings> seen, CrossFilter filter)
    {
        var accounts = seen.Ledger.Accounts;
        var (owner, team) = (Choices.CodeOf(accounts.Owner, filter.Owner), Choices.CodeOf(accounts.Team, filter.Team));
        int? product = filter.Product is { } id ? Array.IndexOf(seen.Findings.Products.Ids, id) : null;
        for (var account = 0; account < seen.Ledger.AccountCount; account++)
            if (
                seen.Findings.BestOf(account) is { } best
                && seen.Sees(account)
                && (owner is null || accounts.Owner.Codes[account] == owner)
                && (team is null || accounts.Team.Codes[account] == team)
                && (product is null || best.To == product)
            )
                yield return account;
    }

    private int[] Sorted(Seen<CrossFindings> seen, IEnumerable<int> found, Sort sort)
    {
        if (sort.Key is "name" or "product")
        {
            // By pinyin, as people look names up.
            var comparer = StringComparer.Create(new System.Globalization.CultureInfo("zh-Hans"), ignoreCase: true);
            string Name(int account) =>
                sort.Key == "name"
                    ? seen.Ledger.Accounts.Names[account]
                    : seen.Findings.Products.Names[seen.Findings.BestOf(account)!.Value.To];
            return sort.Descending ? [.. found.OrderByDescending(Name, comparer)] : [.. found.OrderBy(Name, comparer)];
        }

        var sales = opportunities.Sales(seen).Figures;
        double Key(int account) =>
            sort.Key == "sales" ? sales.Of(account)?.NetSales ?? 0
            : seen.Findings.BestOf(account)!.Value is var rule
                ? sort.Key switch
                {
                    "confidence" => rule.Confidence,
                    "lift" => rule.Lift,
                    "support" => rule.Support,
                    _ => rule.Cases,
                }
            : 0;
        return sort.Descending ? [.. found.OrderByDescending(Key)] : [.. found.OrderBy(Key)];
    }
}
