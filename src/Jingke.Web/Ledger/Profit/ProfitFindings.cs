using Jingke.Analytics;
using Jingke.Analytics.Profit;
using Jingke.Domain.FollowUps;

namespace Jingke.Web.Ledger.Profit;

/// <summary>True profit of the accounts that a viewer sees, ranked among them, with what it was worked out from.</summary>
public sealed class ProfitFindings
{
    private readonly ProfitInputs inputs;
    private readonly Dictionary<int, BigNotVip> big;

    private ProfitFindings(ProfitInputs inputs, CompanyRates rates)
    {
        (this.inputs, Rates) = (inputs, rates);
        Profit = TrueProfit.Of(inputs, rates.ToServiceRates());
        Ranking = ProfitRanking.Of(Profit);
        BigNotVips = Ranking.Ranked > 0 ? Ranking.BigNotVips() : [];
        big = BigNotVips.ToDictionary(one => one.Row);
        Unknown = [.. Enumerable.Range(0, Profit.Count).Where(row => inputs.Active[row] && Profit[row] is null)];
        long sales = 0,
            withCost = 0;
        for (var row = 0; row < Profit.Count; row++)
            if (inputs.Active[row])
                (sales, withCost) = (sales + inputs.NetSales[row], withCost + (inputs.SalesWithCost?[row] ?? 0));
        CostShare = sales > 0 ? Math.Clamp((double)withCost / sales, 0, 1) : null;
        Totals = Sum(Enumerable.Range(0, Profit.Count).Where(row => Profit[row] is not null));
    }

    /// <summary>Sums over the accounts whose true profit is known, ten-thousandths.</summary>
    public sealed record Sums(int Accounts, long NetSales, long Gross, long Service, long Late, long Profit);

    /// <summary>The rates applied.</summary>
    public CompanyRates Rates { get; }

    /// <summary>True profit by row of the analysis.</summary>
    public TrueProfit Profit { get; }

    /// <summary>Ranks by row.</summary>
    public ProfitRanking Ranking { get; }

    /// <summary>Big accounts that are no VIP, largest net sales first.</summary>
    public IReadOnlyList<BigNotVip> BigNotVips { get; }

    /// <summary>Why a row is big but no VIP; null when it is not.</summary>
    public BigNotVip? BigOf(int row) => big.GetValueOrDefault(row);

    /// <summary>Rows of active accounts whose true profit is not known, because too little of their cost is.</summary>
    public IReadOnlyList<int> Unknown { get; }

    /// <summary>Share of net sales whose cost is known; null without sales.</summary>
    public double? CostShare { get; }

    /// <summary>All that is known together.</summary>
    public Sums Totals { get; }

    /// <summary>Accounts among the active ones that have invoices; of the others nothing counts as late.</summary>
    public int WithInvoices { get; private init; }

    /// <summary>Whether cost to serve is worked out at all.</summary>
    public bool KnowsService => (Profit.LeftOut & (ProfitParts.Hours | ProfitParts.Visits)) != (ProfitParts.Hours | ProfitParts.Visits);

    /// <summary>Whether the cost of late payment is worked out at all.</summary>
    public bool KnowsLate => !Profit.LeftOut.HasFlag(ProfitParts.LatePayment);

    /// <summary>Accounts that were active.</summary>
    public int Active => Ranking.Ranked + Ranking.Unranked;

    /// <summary>Hours worked for a row; null when the company records no contact.</summary>
    public double? HoursOf(int row) => inputs.Hours?[row];

    /// <summary>Visits to a row; null when the company records no contact.</summary>
    public int? VisitsOf(int row) => inputs.Visits?[row];

    /// <summary>Surcharge of a row, 0.3 = 30 %; null when the company records no difficulty.</summary>
    public double? SurchargeOf(int row) =>
        inputs.Difficulty is { } levels ? Rates.ToServiceRates().DifficultySurcharges![levels[row]] : null;

    /// <summary>Share of the row's sales whose cost is known, 0 to 1.</summary>
    public double CoverageOf(int row) => inputs.CostCoverage?[row] ?? 0;

    /// <summary>Whether the account had sales in the period.</summary>
    public bool IsActive(int row) => inputs.Active[row];

    /// <summary>Works it out for the rows of an analysis.</summary>
    public static ProfitFindings Of(SalesAnalysis seen, ProfitRecords records)
    {
        var (rates, receivables, service) = (records.Rates, records.Receivables, records.Service);
        var figures = seen.Figures;
        var (ids, rows) = (seen.View.Ledger.Accounts.Ids, figures.Rows);
        var rowOf = new Dictionary<long, int>(rows.Count);
        for (var row = 0; row < rows.Count; row++)
            rowOf[ids[rows.AccountAt(row)]] = row;

        var inputs = ProfitInputs.Of(figures);
        if (service.Contacts.Count > 0)
        {
            var (hours, visits) = (new double[rows.Count], new int[rows.Count]);
            foreach (var ((account, kind), count) in service.Contacts)
                if (rowOf.TryGetValue(account, out var row))
                {
                    hours[row] += count * rates.HoursOf(kind);
                    visits[row] += kind == FollowUpKind.Visit ? count : 0;
                }
            inputs = inputs with { Hours = hours, Visits = visits };
        }
        if (service.Difficulty.Count > 0)
        {
            var levels = new int[rows.Count];
            foreach (var (account, level) in service.Difficulty)
                if (rowOf.TryGetValue(account, out var row))
                    levels[row] = level;
            inputs = inputs with { Difficulty = levels };
        }
        var invoiced = 0;
        if (!receivables.IsEmpty)
        {
            var late = new double[rows.Count];
            foreach (var account in receivables.AccountIds)
                if (rowOf.TryGetValue(account, out var row))
                {
                    late[row] = receivables.LateAmountDays(account, seen.View.Period);
                    invoiced += inputs.Active[row] ? 1 : 0;
                }
            inputs = inputs with { LateAmountDays = late };
        }
        return new(inputs, rates) { WithInvoices = invoiced };
    }

    private Sums Sum(IEnumerable<int> rows)
    {
        var sums = new Sums(0, 0, 0, 0, 0, 0);
        foreach (var row in rows)
            sums = new(
                sums.Accounts + 1,
                sums.NetSales + inputs.NetSales[row],
                sums.Gross + (Profit.GrossProfitOf(row) ?? 0),
                sums.Service + (Profit.CostToServeOf(row) ?? 0),
                sums.Late + (Profit.LatePaymentOf(row) ?? 0),
                sums.Profit + (Profit[row] ?? 0)
            );
        return sums;
    }
}
