namespace Jingke.Analytics.Ledger;

/// <summary>How fine the rows of a ledger are. Analyses over whole months give the same figures at both grains.</summary>
public enum LedgerGrain
{
    /// <summary>One row per sales line.</summary>
    Line,

    /// <summary>
    /// One row per (account, month, product, place, amount negative or not, cost known or not) and, only for orders whose lines span
    /// more than one month, order key. Its day is the last day with a line in that group; amount, quantity, cost and discount are sums.
    /// Orders that lie within one month are not in the rows but counted in <see cref="AccountMonth"/>.
    /// </summary>
    Month,
}
