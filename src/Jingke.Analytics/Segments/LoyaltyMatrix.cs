using Jingke.Analytics.Figures;

namespace Jingke.Analytics.Segments;

/// <summary>A cell of the value x loyalty matrix.</summary>
/// <param name="Value">M score, 1 to 5.</param>
/// <param name="Loyalty">Mean of the F and R scores, half rounded up, 1 to 5.</param>
/// <param name="Accounts">Number of active accounts.</param>
/// <param name="NetSales">Their net sales, ten-thousandths.</param>
public readonly record struct LoyaltyCell(int Value, int Loyalty, int Accounts, long NetSales);

/// <summary>Value x loyalty: how much an account buys against how often and how lately.</summary>
public static class LoyaltyMatrix
{
    /// <summary>All 25 cells: value 1 loyalty 1, value 1 loyalty 2, ..., value 5 loyalty 5; empty ones too.</summary>
    public static IReadOnlyList<LoyaltyCell> Of(AccountFigures figures, RfmScores scores)
    {
        var cells = new LoyaltyCell[25];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = new LoyaltyCell((i / 5) + 1, (i % 5) + 1, 0, 0);

        for (var row = 0; row < figures.Rows.Count; row++)
        {
            if (LoyaltyOf(scores, row) is not { } loyalty)
                continue;

            ref var cell = ref cells[((scores.Monetary.ScoreOf(row) - 1) * 5) + loyalty - 1];
            cell = cell with { Accounts = cell.Accounts + 1, NetSales = cell.NetSales + figures.NetSales[row] };
        }

        return cells;
    }

    /// <summary>Loyalty of a row: mean of its F and R scores, half rounded up; null when not active.</summary>
    public static int? LoyaltyOf(RfmScores scores, int row) => scores[row] is { F: > 0 } score ? (score.F + score.R + 1) / 2 : null;
}
