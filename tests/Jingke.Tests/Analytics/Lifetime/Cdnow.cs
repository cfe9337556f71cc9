using System.Globalization;
using System.IO.Compression;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Lifetime;
using Jingke.Tests.Tabular;

namespace Jingke.Tests.Analytics.Lifetime;

/// <summary>The CDNOW data of the papers, where they are: as a ledger, and as the rounded summary that is passed around.</summary>
internal static class Cdnow
{
    public static readonly DateOnly FirstDay = new(1997, 1, 1);
    public static readonly DateOnly CalibrationEnd = new(1997, 9, 30);
    public static readonly DateOnly End = new(1998, 6, 30);
    public const double HoldOutWeeks = 39;

    public static SalesLedger Sample() =>
        Ledger(File.ReadLines(DataSets.PathOf("cdnow/CDNOW_sample.txt")).Select(Cells).Select(cells => (cells[1], cells[2], cells[4])));

    public static SalesLedger Master()
    {
        using var reader = new StreamReader(
            new GZipStream(File.OpenRead(DataSets.PathOf("cdnow/CDNOW_master.txt.gz")), CompressionMode.Decompress)
        );
        var lines = reader.ReadToEnd().Split('\n').Skip(1).Where(line => line.Trim().Length > 0);
        return Ledger(lines.Select(Cells).Select(cells => (cells[0], cells[1], cells[3])));
    }

    /// <summary>The sample's customers as the rounded summary gives them: x, t_x, T in weeks, mean repeat spend in dollars.</summary>
    public static (PurchaseHistory[] Histories, double[] Spend) Summary()
    {
        var rows = File.ReadLines(DataSets.PathOf("cdnow/cdnow_customers_summary_with_transactions.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToArray();
        return (
            [.. rows.Select(cells => new PurchaseHistory(int.Parse(cells[1]), Number(cells[2]), Number(cells[3])))],
            [.. rows.Select(cells => Number(cells[4]))]
        );
    }

    public static PurchaseHistory[] Histories(AccountHistories histories) =>
        [.. Enumerable.Range(0, histories.Rows.Count).Select(row => histories[row]!.Value)];

    private static SalesLedger Ledger(IEnumerable<(string Id, string Day, string Amount)> rows)
    {
        var builder = new SalesLedgerBuilder();
        var segment = builder.NewSegment();
        var codes = new List<string>();
        foreach (var (id, day, amount) in rows)
        {
            if (codes.Count == 0 || codes[^1] != id)
                codes.Add(id);
            segment.Append(
                new SalesLine
                {
                    Account = codes.Count - 1,
                    Day = DateOnly.ParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture),
                    Amount = (long)Math.Round(Number(amount) * 10_000),
                }
            );
        }

        return builder.Build(new AccountDirectory([.. Enumerable.Range(0, codes.Count).Select(i => (long)i)], [.. codes], [.. codes]));
    }

    private static string[] Cells(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
