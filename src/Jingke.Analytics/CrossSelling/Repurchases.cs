using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.CrossSelling;

/// <summary>
/// Who is due to buy again, and of what: from the days on which each account bought each product, up to as-of. A purchase day is one whose
/// net sales of the product are positive. One pass over the lines; memory for the listed ones only.
/// </summary>
/// <remarks>
/// The gap expected is the median of those seen: one forgotten or doubled purchase does not move it. At month grain the days are those of the
/// newest line of a month, so gaps are right to about a month. Time that passed without a purchase says more than a gap does; an account that
/// bought regularly and stopped is lapsed, not ever more due.
/// </remarks>
public sealed class Repurchases
{
    private Repurchases(RepurchaseRules rules, RepurchasePass all)
    {
        Rules = rules;
        (Due, DueCount) = (all.Due.ToArray(), all.Due.Total);
        (Lapsed, LapsedCount) = (all.Lapsed.ToArray(), all.Lapsed.Total);
        (Regular, Error) = (all.Regular, all.Errors.Result());
    }

    /// <summary>The rules.</summary>
    public RepurchaseRules Rules { get; }

    /// <summary>What is due, largest usual amount first; then by account and product code.</summary>
    public IReadOnlyList<Repurchase> Due { get; }

    /// <summary>What is due in all, listed or not.</summary>
    public int DueCount { get; }

    /// <summary>What has not come for so long that it is lapsed; in the order of what is due.</summary>
    public IReadOnlyList<Repurchase> Lapsed { get; }

    /// <summary>What has lapsed in all, listed or not.</summary>
    public int LapsedCount { get; }

    /// <summary>Account x product pairs with enough purchases to expect a gap.</summary>
    public int Regular { get; }

    /// <summary>How well the expected gap foretells here.</summary>
    public RepurchaseError Error { get; }

    /// <summary>Looks through all accounts of a view.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A rule is out of its range.</exception>
    public static Repurchases Of(LedgerView view, RepurchaseRules? rules = null)
    {
        rules = Checked(rules);
        var rows = new AccountRows(view.Ledger, view.Accounts);
        var all = new RepurchasePass(view, rules);
        AccountChunks.Run(
            rows.Count,
            (long)view.Ledger.LineCount * rows.Count / Math.Max(view.Ledger.AccountCount, 1),
            () => new RepurchasePass(view, rules),
            (from, to, pass) =>
            {
                for (var row = from; row < to; row++)
                    pass.Add(rows.AccountAt(row));
            },
            all.Add
        );
        return new Repurchases(rules, all);
    }

    /// <summary>All products that one account buys regularly, soonest due first; then by product code.</summary>
    /// <param name="view">The question; whether it has the account is not asked.</param>
    /// <param name="account">Account index in the ledger.</param>
    /// <param name="rules">The rules; only the minimum of purchases counts.</param>
    public static IReadOnlyList<Repurchase> OfAccount(LedgerView view, int account, RepurchaseRules? rules = null)
    {
        var found = new List<Repurchase>();
        var pass = new RepurchasePass(view, Checked(rules));
        pass.Read(account, found.Add);
        var codes = view.Ledger.Products.Codes;
        return
        [
            .. found
                .OrderByDescending(one => one.OverdueDays)
                .ThenBy(one => codes[one.Product], StringComparer.Ordinal)
                .ThenBy(one => one.Product),
        ];
    }

    private static RepurchaseRules Checked(RepurchaseRules? rules)
    {
        rules ??= new RepurchaseRules();
        ArgumentOutOfRangeException.ThrowIfLessThan(rules.MinimumPurchases, 3, nameof(rules));
        ArgumentOutOfRangeException.ThrowIfNegative(rules.AheadDays, nameof(rules));
        ArgumentOutOfRangeException.ThrowIfLessThan(rules.Most, 1, nameof(rules));
        if (rules.LapsedAfterGaps is not (> 1 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(rules), rules.LapsedAfterGaps, "Lapsed after more than one expected gap.");

        return rules;
    }
}
