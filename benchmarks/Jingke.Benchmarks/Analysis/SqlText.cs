using System.Globalization;
using Jingke.Analytics.Ledger;

namespace Jingke.Benchmarks.Analysis;

/// <summary>The SQL of the analysis for an engine and a period, one statement after another.</summary>
internal static class SqlText
{
    /// <summary>What both engines are asked afterwards, by name of the answer.</summary>
    public static readonly IReadOnlyDictionary<string, string> Answers = new Dictionary<string, string>
    {
        ["standing"] =
            "SELECT account, net, previous_net, returns, first_day, last_day, quantity, discount, cost, profit, change, orders, "
            + "NULLIF(last_order_day, 0), variety, r_score, f_score, m_score, v_score, sales_rank, previous_rank, cumulative, score, tier "
            + "FROM standing ORDER BY account",
        ["breakdown"] =
            "SELECT dimension, grp, accounts, net, previous_accounts, previous_net, share, change FROM breakdown ORDER BY dimension, grp",
        ["extreme"] = "SELECT kind, place, account FROM extreme ORDER BY kind, place",
        ["pareto"] = "SELECT n, accounts_for_80, top_20_share, herfindahl, gini FROM pareto",
    };

    /// <summary>The statements for an engine.</summary>
    /// <param name="engine">duckdb or sqlite.</param>
    /// <param name="view">Period and comparison; the comparison must end the day before the period.</param>
    public static string[] Statements(string engine, LedgerView view)
    {
        if (view.Comparison.To.DayNumber != view.Period.From.DayNumber - 1)
            throw new ArgumentException($"{view.Comparison} does not end where {view.Period} begins.", nameof(view));

        return Of(engine)
            .Replace("{from}", view.Period.From.DayNumber.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{to}", view.Period.To.DayNumber.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{previous}", view.Comparison.From.DayNumber.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static string Of(string engine)
    {
        using var stream = typeof(SqlText).Assembly.GetManifestResourceStream("Jingke.Benchmarks.Analysis.analysis.sql")!;
        using var reader = new StreamReader(stream);
        var kept = new List<string>();
        var speaking = "both";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("--@", StringComparison.Ordinal))
                speaking = line[3..].Trim();
            else if (!line.StartsWith("--", StringComparison.Ordinal) && (speaking == "both" || speaking == engine))
                kept.Add(line);
        }

        return string.Join('\n', kept);
    }
}
