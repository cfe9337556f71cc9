using Jingke.Web.Data;
using Jingke.Web.Ledger;

namespace Jingke.Web.Common.Periods;

/// <summary>Reads the period of an address against the current ledger and the organisation's fiscal year. Pages and endpoints ask here.</summary>
internal sealed class ChosenPeriod(LedgerStore store, OrganisationInForce organisation, Clock clock)
{
    /// <summary>The period of a query.</summary>
    /// <exception cref="Domain.RuleException"><c>ledger.loading</c></exception>
    public PeriodChoice Of(PeriodQuery query) =>
        PeriodChoice.Of(query, store.Require().Ledger, clock.Today, organisation.Current.FiscalYearStartMonth);
}
