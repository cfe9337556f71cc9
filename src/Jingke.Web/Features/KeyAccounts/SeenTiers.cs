using Jingke.Analytics;
using Jingke.Analytics.Tiers;

namespace Jingke.Web.Features.KeyAccounts;

/// <summary>The company's verdicts on the rows of a viewer's analysis.</summary>
public sealed class SeenTiers
{
    private static readonly Tier[] Order = [Tier.Key, Tier.Rising, Tier.Ordinary, Tier.LetGo];

    private readonly Tier[] tiers;
    private readonly int[]? companyRows;
    private readonly SalesAnalysis seen;
    private readonly TierEvaluation company;

    private SeenTiers(SalesAnalysis seen, TierEvaluation company, int[]? companyRows)
    {
        (this.seen, this.company, this.companyRows) = (seen, company, companyRows);
        tiers = new Tier[seen.Figures.Rows.Count];
        for (var row = 0; row < tiers.Length; row++)
            tiers[row] = company[CompanyRow(row)];

        Summary = Summarise();
    }

    /// <summary>Key, rising, ordinary, let-go, always these four: number of accounts, net sales and share among those seen.</summary>
    public IReadOnlyList<TierSummary> Summary { get; }

    /// <summary>The tier of a row; None when not active.</summary>
    public Tier this[int row] => tiers[row];

    /// <summary>Value score of a row, 0 to 100; null when not active.</summary>
    public double? ScoreOf(int row) => company.Scores[CompanyRow(row)];

    /// <summary>Why a row has its tier; its share and rank are those among the accounts seen.</summary>
    public IReadOnlyList<Reason> ReasonsOf(int row)
    {
        var reasons = company.ReasonsOf(CompanyRow(row));
        return companyRows is null ? reasons : [.. reasons.Select(reason => AmongSeen(reason, row)).OfType<Reason>()];
    }

    /// <summary>Maps verdicts to rows.</summary>
    public static SeenTiers Of(SalesAnalysis seen, SalesAnalysis everyone, TierEvaluation company)
    {
        if (ReferenceEquals(seen, everyone))
            return new(seen, company, null);

        var rows = new int[seen.Figures.Rows.Count];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = everyone.Figures.Rows.RowOf(seen.Figures.Rows.AccountAt(row));
        return new(seen, company, rows);
    }

    private int CompanyRow(int row) => companyRows is null ? row : companyRows[row];

    private Reason? AmongSeen(Reason reason, int row) =>
        reason.Code switch
        {
            ReasonCodes.Share => seen.Ranking.ShareOf(row) is { } share ? new(ReasonCodes.Share, [share]) : null,
            ReasonCodes.Rank => new(ReasonCodes.Rank, [seen.Ranking.RankOf(row) ?? 0, seen.Figures.ActiveAccounts]),
            // Both speak of the whole company.
            ReasonCodes.RankChange or ReasonCodes.Concentration => null,
            _ => reason,
        };

    private TierSummary[] Summarise()
    {
        var (accounts, netSales) = (new int[Order.Length + 1], new long[Order.Length + 1]);
        foreach (var row in seen.Ranking.Rows)
        {
            accounts[(int)tiers[row]]++;
            netSales[(int)tiers[row]] += seen.Figures[row].NetSales;
        }
        var total = seen.Figures.TotalNetSales;
        return Array.ConvertAll(
            Order,
            tier => new TierSummary(tier, accounts[(int)tier], netSales[(int)tier], total > 0 ? (double)netSales[(int)tier] / total : null)
        );
    }
}
