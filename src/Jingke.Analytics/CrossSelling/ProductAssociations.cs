using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.CrossSelling;

/// <summary>Who buys one product also buys another.</summary>
/// <param name="From">Product index of what is bought.</param>
/// <param name="To">Product index of what is bought too.</param>
/// <param name="Cases">Accounts that buy both.</param>
/// <param name="Buyers">Accounts that buy <paramref name="From"/>.</param>
/// <param name="Support">Cases / accounts that buy anything.</param>
/// <param name="Confidence">Cases / buyers.</param>
/// <param name="ConfidenceAtLeast">What the confidence hardly lies below, given so many cases: Wilson's bound at three standard errors.</param>
/// <param name="Lift">Confidence / share of all accounts that buy <paramref name="To"/>; 1 = the two have nothing to do with each other.</param>
public readonly record struct AssociationRule(
    int From,
    int To,
    int Cases,
    int Buyers,
    double Support,
    double Confidence,
    double ConfidenceAtLeast,
    double Lift
)
{
    /// <summary>What the lift hardly lies below.</summary>
    public double LiftAtLeast => ConfidenceAtLeast / Confidence * Lift;
}

/// <summary>What is counted, and from how many cases on something is said.</summary>
/// <param name="MinimumCases">Accounts that must buy both products, at least 1.</param>
/// <param name="MostProducts">Most products that are paired, at least 2; of more those with most buyers are. n of them need 2 n² bytes on each thread.</param>
/// <param name="MostRules">Most rules that are kept, at least 1: the strongest.</param>
public sealed record AssociationLimits(int MinimumCases = 20, int MostProducts = 2000, int MostRules = 100_000);

/// <summary>
/// Which products go together among accounts. A rule is kept when enough accounts buy both, and when even the bound of its confidence is
/// above the share of all accounts that buy the second: what luck explains is left out.
/// </summary>
/// <remarks>Agrawal, Imielinski, Swami (1993), Mining association rules between sets of items; lift: Brin, Motwani, Ullman, Tsur (1997).</remarks>
public sealed class ProductAssociations
{
    private const double StandardErrors = 3;

    private readonly Baskets baskets;
    private readonly ILookup<int, AssociationRule> byFrom;

    private ProductAssociations(Baskets baskets, AssociationRule[] rules, int paired, int leftOut)
    {
        (this.baskets, Rules, PairedProducts, LeftOutProducts) = (baskets, rules, paired, leftOut);
        byFrom = rules.ToLookup(rule => rule.From);
    }

    /// <summary>The rules, largest certain lift first; then by cases and product codes.</summary>
    public IReadOnlyList<AssociationRule> Rules { get; }

    /// <summary>Products that were paired: those with enough buyers.</summary>
    public int PairedProducts { get; }

    /// <summary>Products with enough buyers that were left out because there are too many; say so.</summary>
    public int LeftOutProducts { get; }

    /// <summary>What a row does not buy although buyers of what it buys do: for each product its surest rule, surest first.</summary>
    /// <param name="row">Row of the baskets.</param>
    public IReadOnlyList<AssociationRule> SuggestionsFor(int row)
    {
        var best = new Dictionary<int, AssociationRule>();
        foreach (var product in baskets[row])
        {
            foreach (var rule in byFrom[product])
            {
                if (!baskets.Has(row, rule.To) && (!best.TryGetValue(rule.To, out var known) || IsSurer(rule, known)))
                    best[rule.To] = rule;
            }
        }

        return
        [
            .. best
                .Values.OrderByDescending(rule => rule.ConfidenceAtLeast)
                .ThenBy(CodeOfTo, StringComparer.Ordinal)
                .ThenBy(rule => rule.To),
        ];
    }

    /// <summary>Counts the pairs of products of all accounts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is too small.</exception>
    public static ProductAssociations Of(Baskets baskets, AssociationLimits? limits = null)
    {
        limits ??= new AssociationLimits();
        ArgumentOutOfRangeException.ThrowIfLessThan(limits.MinimumCases, 1, nameof(limits));
        ArgumentOutOfRangeException.ThrowIfLessThan(limits.MostProducts, 2, nameof(limits));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limits.MostProducts, 46_340, nameof(limits));
        ArgumentOutOfRangeException.ThrowIfLessThan(limits.MostRules, 1, nameof(limits));
        var directory = baskets.View.Ledger.Products;
        var enough = Enumerable.Range(0, directory.Count).Where(product => baskets.Buyers[product] >= limits.MinimumCases).ToArray();
        int[] paired =
        [
            .. enough
                .OrderByDescending(product => baskets.Buyers[product])
                .ThenBy(product => directory.Codes[product], StringComparer.Ordinal)
                .ThenBy(product => directory.Ids[product])
                .Take(limits.MostProducts)
                .Order(),
        ];
        var counts = Count(baskets, paired);
        var order = new StrongestFirst(directory);
        var rules = new List<AssociationRule>();
        for (int second = 1, at = 0; second < paired.Length; second++)
        {
            for (var first = 0; first < second; first++, at++)
            {
                if (counts[at] < limits.MinimumCases)
                    continue;

                Keep(RuleOf(baskets, paired[first], paired[second], counts[at]));
                Keep(RuleOf(baskets, paired[second], paired[first], counts[at]));
            }
        }

        Trim();
        return new ProductAssociations(baskets, [.. rules], paired.Length, enough.Length - paired.Length);

        void Keep(AssociationRule rule)
        {
            if (rule.LiftAtLeast <= 1)
                return;

            rules.Add(rule);
            if (rules.Count >= 2L * limits.MostRules)
                Trim();
        }

        void Trim()
        {
            rules.Sort(order);
            rules.RemoveRange(Math.Min(limits.MostRules, rules.Count), Math.Max(rules.Count - limits.MostRules, 0));
        }
    }

    /// <summary>Accounts that buy both of two products: the pair (first, second), first below second, stands at second (second - 1) / 2 + first.</summary>
    private static int[] Count(Baskets baskets, int[] paired)
    {
        var placeOf = new int[baskets.Buyers.Length];
        placeOf.AsSpan().Fill(-1);
        for (var place = 0; place < paired.Length; place++)
            placeOf[paired[place]] = place;

        var pairs = paired.Length * (paired.Length - 1) / 2;
        var counts = new int[pairs];
        AccountChunks.Run(
            baskets.Rows.Count,
            baskets.View.Ledger.LineCount,
            () => new int[pairs],
            (from, to, own) =>
            {
                var places = new List<int>();
                for (var row = from; row < to; row++)
                {
                    places.Clear();
                    foreach (var product in baskets[row])
                    {
                        if (placeOf[product] is var second and >= 0)
                        {
                            foreach (var first in places)
                                own[(second * (second - 1) / 2) + first]++;

                            places.Add(second);
                        }
                    }
                }
            },
            own =>
            {
                for (var i = 0; i < own.Length; i++)
                    counts[i] += own[i];
            }
        );
        return counts;
    }

    private static AssociationRule RuleOf(Baskets baskets, int from, int to, int cases)
    {
        var buyers = baskets.Buyers[from];
        var confidence = (double)cases / buyers;
        var share = (double)baskets.Buyers[to] / baskets.Accounts;
        var atLeast = Proportion.AtLeast(cases, buyers, StandardErrors);
        return new AssociationRule(from, to, cases, buyers, (double)cases / baskets.Accounts, confidence, atLeast, confidence / share);
    }

    private bool IsSurer(AssociationRule rule, AssociationRule known)
    {
        if (rule.ConfidenceAtLeast != known.ConfidenceAtLeast)
            return rule.ConfidenceAtLeast > known.ConfidenceAtLeast;

        var codes = baskets.View.Ledger.Products.Codes;
        return string.CompareOrdinal(codes[rule.From], codes[known.From]) < 0;
    }

    private string CodeOfTo(AssociationRule rule) => baskets.View.Ledger.Products.Codes[rule.To];

    private sealed class StrongestFirst(ProductDirectory products) : IComparer<AssociationRule>
    {
        public int Compare(AssociationRule x, AssociationRule y)
        {
            var byLift = y.LiftAtLeast.CompareTo(x.LiftAtLeast);
            if (byLift != 0)
                return byLift;

            var byCases = y.Cases.CompareTo(x.Cases);
            if (byCases != 0)
                return byCases;

            var byFrom = products.Compare(x.From, y.From);
            return byFrom != 0 ? byFrom : products.Compare(x.To, y.To);
        }
    }
}
