using Jingke.Analytics.CrossSelling;
using Jingke.Analytics.Ledger;

namespace Jingke.Web.Ledger.Opportunities;

/// <summary>Who is due to buy again, and of what, of all the company's accounts.</summary>
/// <param name="Ledger">The ledger whose indexes it speaks in.</param>
/// <param name="AsOf">Days are counted to this one.</param>
/// <param name="Repurchases">What is due, largest usual amount first, and how well gaps foretell.</param>
public sealed record DueFindings(SalesLedger Ledger, DateOnly AsOf, Repurchases Repurchases) : ILedgerFindings
{
    /// <summary>Purchases that are listed at most, of the whole company; the largest are kept.</summary>
    public const int Most = 200_000;

    /// <summary>What counts as due.</summary>
    public static RepurchaseRules Rules { get; } = new(Most: Most);

    /// <summary>Whether more are due than are listed.</summary>
    public bool IsCut => Repurchases.DueCount > Repurchases.Due.Count;
}

/// <summary>Keeps who is due to buy again.</summary>
internal sealed class DueBook(Analyses analyses, ILogger<DueBook> log) : FindingsBook<DueFindings>(analyses, log)
{
    protected override DueFindings Adapt(DueFindings before, LedgerView view) => before with { Ledger = view.Ledger };

    protected override Task<DueFindings> MakeAsync(LedgerView view) =>
        Task.FromResult(new DueFindings(view.Ledger, view.AsOf, Repurchases.Of(view, DueFindings.Rules)));
}
