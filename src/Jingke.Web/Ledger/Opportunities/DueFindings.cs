using Jingke.Analytics.CrossSelling;
using Jingke.Analytics.Ledger;
using Jingke.Web.Ledger.Findings;

namespace Jingke.Web.Ledger.Opportunities;

/// <summary>Who is due to buy again, and of what, of all the company's accounts.</summary>
/// <param name="Ledger">The ledger whose indexes it speaks in.</param>
/// <param name="AsOf">Days are counted to this one.</param>
/// <param name="Repurchases">What is due, largest usual amount first, and how well gaps foretell.</param>
/// <param name="Goods">The same lines; its products are what is due: products, or their categories.</param>
public sealed record DueFindings(SalesLedger Ledger, DateOnly AsOf, Repurchases Repurchases, SalesLedger Goods) : ILedgerFindings
{
    /// <summary>Where fewer purchases come regularly than this share of the accounts, products are too fine to tell anything.</summary>
    private const double TooFew = 0.1;

    /// <summary>Names of what is due.</summary>
    public ProductDirectory Products => Goods.Products;

    /// <summary>Whether it speaks of categories, because the products are too fine.</summary>
    public bool ByCategory => !ReferenceEquals(Goods, Ledger);

    /// <summary>Purchases that are listed at most, of the whole company; the largest are kept.</summary>
    public const int Most = 200_000;

    /// <summary>What counts as due.</summary>
    public static RepurchaseRules Rules { get; } = new(Most: Most);

    /// <summary>Whether more are due than are listed.</summary>
    public bool IsCut => Repurchases.DueCount > Repurchases.Due.Count;

    /// <summary>Works it out, by products, or by categories where hardly anybody buys the same product regularly.</summary>
    public static DueFindings Of(LedgerView view)
    {
        var found = Repurchases.Of(view, Rules);
        var byProduct = new DueFindings(view.Ledger, view.AsOf, found, view.Ledger);
        if (
            found.Regular >= TooFew * view.Ledger.AccountCount
            || view.Ledger.ByCategory() is var goods && ReferenceEquals(goods, view.Ledger)
        )
            return byProduct;

        var byCategory = Repurchases.Of(view with { Ledger = goods }, Rules);
        return byCategory.Regular > found.Regular ? byProduct with { Repurchases = byCategory, Goods = goods } : byProduct;
    }

    /// <summary>The same findings for a ledger with the same lines under other directories.</summary>
    internal DueFindings For(SalesLedger ledger) => this with { Ledger = ledger, Goods = ByCategory ? ledger.ByCategory() : ledger };
}

/// <summary>Keeps who is due to buy again.</summary>
internal sealed class DueBook(Analyses analyses, ILogger<DueBook> log) : FindingsBook<DueFindings>(analyses, log)
{
    protected override DueFindings Adapt(DueFindings before, LedgerView view) => before.For(view.Ledger);

    protected override Task<DueFindings> MakeAsync(LedgerView view, DueFindings? before) => Task.FromResult(DueFindings.Of(view));
}
