using Jingke.Analytics.Ledger;
using Jingke.Analytics.Retention;
using Jingke.Analytics.Tiers;
using Jingke.Web.Ledger.Findings;

namespace Jingke.Web.Ledger.Churn;

/// <summary>Who stays and who goes, of all the company's accounts: made once for a ledger and read by everyone within their scope.</summary>
public sealed class ChurnFindings : ILedgerFindings
{
    private readonly OrderRhythms rhythms;
    private readonly ChurnState[] states;
    private readonly Tier[] tiers;

    private ChurnFindings(
        SalesLedger ledger,
        ChurnOutlook outlook,
        ChurnRules rules,
        OrderRhythms rhythms,
        Tier[] tiers,
        ChurnState[] states
    )
    {
        (Ledger, Outlook, Rules) = (ledger, outlook, rules);
        (this.rhythms, this.tiers, this.states) = (rhythms, tiers, states);
    }

    /// <inheritdoc/>
    public SalesLedger Ledger { get; }

    /// <summary>What a model expects, and how good it is.</summary>
    public ChurnOutlook Outlook { get; }

    /// <summary>Silence is counted to this day.</summary>
    public DateOnly AsOf => rhythms.AsOf;

    /// <summary>Whether a model tells how likely each account is alive.</summary>
    public bool ByModel => Outlook.Use == ModelUse.Used;

    /// <summary>The bounds applied.</summary>
    public ChurnRules Rules { get; }

    /// <summary>What is said of an account, by its index in the ledger.</summary>
    public ChurnFigure this[int account]
    {
        get
        {
            // Accounts that were added since have no line yet.
            if (account >= states.Length || states[account] == ChurnState.None)
                return new(ChurnState.None, default, null, null, null, null, null);
            if (!ByModel)
                return new(states[account], rhythms[account], DomainTier.Of(tiers[account]), null, null, null, null);

            return new(
                states[account],
                rhythms[account],
                DomainTier.Of(tiers[account]),
                Outlook.Alive[account],
                Outlook.Orders[account],
                (long)Math.Round(Outlook.Sales[account]),
                (long)Math.Round(Outlook.Value[account])
            );
        }
    }

    /// <summary>State of an account.</summary>
    public ChurnState StateOf(int account) => account < states.Length ? states[account] : ChurnState.None;

    /// <summary>Works them out.</summary>
    /// <param name="view">All accounts in use, as of the day to judge at.</param>
    /// <param name="rules">The bounds.</param>
    /// <param name="tierRules">What makes a key account.</param>
    /// <param name="ratings">What tiers are judged by besides orders.</param>
    /// <param name="known">What a model expects of the same lines, where that is known already: it does not depend on the bounds.</param>
    public static ChurnFindings Of(
        LedgerView view,
        ChurnRules rules,
        TierRules tierRules,
        AccountRatings ratings,
        ChurnOutlook? known = null
    )
    {
        var (outlook, rhythms) = (known ?? ChurnOutlook.Of(view), OrderRhythms.Of(view));
        var tiers = TiersWhenLast.Of(view, rhythms, tierRules, ratings);
        var states = new ChurnState[rhythms.Count];
        Parallel.For(
            0,
            states.Length,
            account => states[account] = rules.Judge(rhythms[account], account < outlook.Alive.Length ? outlook.Alive[account] : double.NaN)
        );
        return new(view.Ledger, outlook, rules, rhythms, tiers, states);
    }

    /// <summary>The same findings for a ledger with the same lines under other directories: names, owners, accounts added at the end.</summary>
    internal ChurnFindings For(SalesLedger ledger) => new(ledger, Outlook, Rules, rhythms, tiers, states);
}
