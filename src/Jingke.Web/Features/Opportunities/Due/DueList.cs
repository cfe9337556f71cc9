using Jingke.Web.Common;
using Jingke.Web.Common.Reasons;
using Jingke.Web.Ledger.Findings;
using Jingke.Web.Ledger.Opportunities;

namespace Jingke.Web.Features.Opportunities.Due;

/// <summary>What is due to be bought again, for the list, its file and what programs ask.</summary>
internal sealed class DueList(SeenOpportunities opportunities, FoundAccounts search)
{
    /// <summary>Columns that the list can be sorted by.</summary>
    public static readonly string[] Sorts = ["name", "product", "last", "gap", "late", "amount"];

    /// <summary>Products that can be chosen at most: those of most purchases.</summary>
    private const int MostProducts = 300;

    /// <summary>The purchases that a filter leaves, with their sums.</summary>
    /// <param name="Due">Places in the findings, in order.</param>
    /// <param name="Accounts">Accounts that they are of.</param>
    /// <param name="Late">How many are late.</param>
    /// <param name="Amount">Sum of their usual amounts, ten-thousandths.</param>
    public sealed record Found(int[] Due, int Accounts, int Late, long Amount);

    /// <summary>What the list can be filtered by.</summary>
    public sealed record Offered(
        IReadOnlyList<(string Value, string Text)> Owners,
        IReadOnlyList<(string Value, string Text)> Teams,
        IReadOnlyList<(string Value, string Text)> Products
    );

    /// <summary>Finds them.</summary>
    public async Task<Found> FindAsync(Seen<DueFindings> seen, DueFilter filter, Sort sort, CancellationToken cancel)
    {
        var kept = opportunities.Kept(
            seen,
            $"{filter with { Text = null }}|{sort}",
            () => Sum(seen, Sorted(seen, Filtered(seen, filter), sort)),
            found => found.Due.Length / 32
        );
        return await search.RunAsync(seen.Ledger, filter.Text, cancel) is { } accounts
            ? Sum(seen, Array.FindAll(kept.Due, at => accounts.Contains(seen.Findings.Repurchases.Due[at].Account)))
            : kept;
    }

    /// <summary>What those who see this list can choose from.</summary>
    public Offered Choose(Seen<DueFindings> seen) =>
        opportunities.Kept(
            seen,
            "choices",
            () =>
            {
                var due = Filtered(seen, new()).Select(at => seen.Findings.Repurchases.Due[at]).ToList();
                var products = seen.Findings.Products;
                return new Offered(
                    Choices.Of(seen.Ledger.Accounts.Owner, due.Select(each => each.Account)),
                    Choices.Of(seen.Ledger.Accounts.Team, due.Select(each => each.Account)),
                    [
                        .. due.CountBy(each => each.Product)
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
    public static Page<DueRow> PageOf(Seen<DueFindings> seen, Found found, PageRequest wanted)
    {
        var page = wanted.Within(found.Due.Length);
        return new([.. found.Due.Skip(page.Skip).Take(page.Size).Select(at => RowOf(seen, at))], page.Number, page.Size, found.Due.Length);
    }

    /// <summary>All of what was found, for files.</summary>
    public static IEnumerable<DueRow> AllOf(Seen<DueFindings> seen, Found found) => found.Due.Select(at => RowOf(seen, at));

    private static DueRow RowOf(Seen<DueFindings> seen, int at)
    {
        var (accounts, products, figure) = (seen.Ledger.Accounts, seen.Findings.Products, seen.Findings.Repurchases.Due[at]);
        return new(
            accounts.Ids[figure.Account],
            accounts.Codes[figure.Account],
            accounts.Names[figure.Account],
            seen.OwnerOf(figure.Account),
            products.Ids[figure.Product],
            products.Codes[figure.Product],
            products.Names[figure.Product],
            figure
        );
    }

    private static IEnumerable<int> Filtered(Seen<DueFindings> seen, DueFilter filter)
    {
        var (due, accounts) = (seen.Findings.Repurchases.Due, seen.Ledger.Accounts);
        var (owner, team) = (Choices.CodeOf(accounts.Owner, filter.Owner), Choices.CodeOf(accounts.Team, filter.Team));
        int? product = filter.Product is { } id ? Array.IndexOf(seen.Findings.Products.Ids, id) : null;
        for (var at = 0; at < due.Count; at++)
        {
            var one = due[at];
            if (
                seen.Sees(one.Account)
                && (owner is null || accounts.Owner.Codes[one.Account] == owner)
                && (team is null || accounts.Team.Codes[one.Account] == team)
                && (product is null || one.Product == product)
                && (filter.Late is null || RepurchaseWords.Days(one) > 0 == filter.Late)
            )
                yield return at;
        }
    }

    private static Found Sum(Seen<DueFindings> seen, int[] due)
    {
        var (accounts, late, amount) = (new HashSet<int>(), 0, 0L);
        foreach (var at in due)
        {
            var one = seen.Findings.Repurchases.Due[at];
            accounts.Add(one.Account);
            late += RepurchaseWords.Days(one) > 0 ? 1 : 0;
            amount += one.UsualAmount;
        }
        return new(due, accounts.Count, late, amount);
    }

    private static int[] Sorted(Seen<DueFindings> seen, IEnumerable<int> found, Sort sort)
    {
        var due = seen.Findings.Repurchases.Due;
        if (sort.Key is "name" or "product")
        {
            // By pinyin, as people look names up.
            var comparer = StringComparer.Create(new System.Globalization.CultureInfo("zh-Hans"), ignoreCase: true);
            string Name(int at) =>
                sort.Key == "name" ? seen.Ledger.Accounts.Names[due[at].Account] : seen.Findings.Products.Names[due[at].Product];
            return sort.Descending ? [.. found.OrderByDescending(Name, comparer)] : [.. found.OrderBy(Name, comparer)];
        }

        double Key(int at) =>
            sort.Key switch
            {
                "last" => due[at].LastOn.DayNumber,
                "gap" => due[at].ExpectedGapDays,
                "late" => RepurchaseWords.Days(due[at]),
                _ => due[at].UsualAmount,
            };
        // Sorting keeps the order of equal ones, which is by amount.
        return sort.Descending ? [.. found.OrderByDescending(Key)] : [.. found.OrderBy(Key)];
    }
}
