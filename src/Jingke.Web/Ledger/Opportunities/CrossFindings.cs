using Jingke.Analytics.CrossSelling;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Periods;
using Jingke.Web.Ledger.Findings;

namespace Jingke.Web.Ledger.Opportunities;

/// <summary>What else accounts may buy, by what goes together among all the company's accounts.</summary>
public sealed class CrossFindings : ILedgerFindings
{
    private readonly AssociationRule[] best;
    private readonly int[] counts;

    private CrossFindings(
        SalesLedger ledger,
        SalesLedger goods,
        Baskets baskets,
        ProductAssociations associations,
        AssociationRule[] best,
        int[] counts
    )
    {
        (Ledger, Goods, Baskets, Associations) = (ledger, goods, baskets, associations);
        (this.best, this.counts) = (best, counts);
    }

    /// <summary>From how many cases on something is said.</summary>
    public static AssociationLimits Limits { get; } = new();

    /// <inheritdoc/>
    public SalesLedger Ledger { get; }

    /// <summary>The same lines; its products are what is suggested: products, or their categories.</summary>
    public SalesLedger Goods { get; }

    /// <summary>Names of what is suggested.</summary>
    public ProductDirectory Products => Goods.Products;

    /// <summary>Whether it speaks of categories, because no two products are bought together often enough.</summary>
    public bool ByCategory => !ReferenceEquals(Goods, Ledger);

    /// <summary>What each account bought.</summary>
    public Baskets Baskets { get; }

    /// <summary>Which products go together.</summary>
    public ProductAssociations Associations { get; }

    /// <summary>The days whose purchases count.</summary>
    public DayRange Period => Baskets.View.Period;

    /// <summary>How many products are suggested to an account, by its index.</summary>
    public int CountOf(int account) => Baskets.Rows.RowOf(account) is >= 0 and var row ? counts[row] : 0;

    /// <summary>The surest suggestion for an account, by its index; null where there is none.</summary>
    public AssociationRule? BestOf(int account) => Baskets.Rows.RowOf(account) is >= 0 and var row && counts[row] > 0 ? best[row] : null;

    /// <summary>All suggestions for an account, by its index, surest first.</summary>
    public IReadOnlyList<AssociationRule> AllOf(int account) =>
        Baskets.Rows.RowOf(account) is >= 0 and var row ? Associations.SuggestionsFor(row) : [];

    /// <summary>Works them out, by products, or by categories where no product can be suggested to anybody.</summary>
    public static CrossFindings Of(LedgerView view)
    {
        var found = Of(view, view.Ledger);
        if (Array.Exists(found.counts, count => count > 0) || view.Ledger.ByCategory() is var goods && ReferenceEquals(goods, view.Ledger))
            return found;

        var byCategory = Of(view with { Ledger = goods }, view.Ledger);
        return Array.Exists(byCategory.counts, count => count > 0) ? byCategory : found;
    }

    private static CrossFindings Of(LedgerView view, SalesLedger ledger)
    {
        var baskets = Baskets.Of(view);
        var associations = ProductAssociations.Of(baskets, Limits);
        var (best, counts) = (new AssociationRule[baskets.Rows.Count], new int[baskets.Rows.Count]);
        Parallel.For(
            0,
            best.Length,
            row =>
            {
                var found = associations.SuggestionsFor(row);
                counts[row] = found.Count;
                if (found.Count > 0)
                    best[row] = found[0];
            }
        );
        return new(ledger, view.Ledger, baskets, associations, best, counts);
    }

    /// <summary>The same findings for a ledger with the same lines under other directories.</summary>
    internal CrossFindings For(SalesLedger ledger) =>
        new(ledger, ByCategory ? ledger.ByCategory() : ledger, Baskets, Associations, best, counts);
}

/// <summary>Keeps what else accounts may buy.</summary>
internal sealed class CrossBook(Analyses analyses, ILogger<CrossBook> log) : FindingsBook<CrossFindings>(analyses, log)
{
    protected override CrossFindings Adapt(CrossFindings before, LedgerView view) => before.For(view.Ledger);

    protected override Task<CrossFindings> MakeAsync(LedgerView view, CrossFindings? before) => Task.FromResult(CrossFindings.Of(view));
}
