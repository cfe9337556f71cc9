using System.Globalization;
using Jingke.Analytics;
using Jingke.Analytics.Ledger;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger.Receivables;

namespace Jingke.Web.Ledger.Profit;

/// <summary>What true profit is worked out from besides sales, of the whole company.</summary>
/// <param name="Key">Equal keys mean equal records.</param>
/// <param name="Rates">The company's rates.</param>
/// <param name="Receivables">Invoices and receipts.</param>
/// <param name="Service">What was done for accounts in the period.</param>
public sealed record ProfitRecords(string Key, CompanyRates Rates, ReceivableColumns Receivables, ServiceRecords Service)
{
    /// <summary>Whether anything is recorded that makes true profit differ from gross profit.</summary>
    public bool KnowsMore => Service.Contacts.Count > 0 || !Receivables.IsEmpty;
}

/// <summary>Gathers what true profit is worked out from.</summary>
internal sealed class ProfitBook(CompanyRatesInForce ratesInForce, ReceivableBook receivables, ServiceBook service, Analyses analyses)
{
    /// <summary>The records as they are now.</summary>
    /// <param name="view">Ledger and period.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<ProfitRecords> RunAsync(LedgerView view, CancellationToken cancel)
    {
        var (rates, columns) = (await ratesInForce.RunAsync(cancel), await receivables.RunAsync(cancel));
        var records = await service.RunAsync(view.Ledger, view.Period, cancel);
        var key = string.Create(CultureInfo.InvariantCulture, $"profit:{rates.Id}:{columns.Stamp}:{records.Key}");
        return new(key, rates.Rates, columns, records);
    }

    /// <summary>True profit of the accounts of an analysis, kept while its ledger is current.</summary>
    /// <param name="viewer">Whose analysis it is.</param>
    /// <param name="seen">The analysis.</param>
    /// <param name="records">The records of its period.</param>
    public ProfitFindings Of(Viewer viewer, SalesAnalysis seen, ProfitRecords records) =>
        analyses.Of(viewer, seen.View, records.Key, () => (ProfitFindings.Of(seen, records), seen.Figures.Rows.Count / 2));
}
