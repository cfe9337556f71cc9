using System.Globalization;

namespace Jingke.Benchmarks.Analysis;

/// <summary>Compares what two contenders found: whole numbers must be equal, broken ones equal to nine digits.</summary>
internal static class SameAnswers
{
    private const double Tolerance = 1e-9;

    /// <summary>Compares another contender with the ledger.</summary>
    /// <exception cref="InvalidOperationException">They differ; comparing their speed would mean nothing.</exception>
    public static void Check(string name, IReadOnlyDictionary<string, string[]> wanted, IReadOnlyDictionary<string, string[]> found)
    {
        foreach (var (answer, rows) in wanted)
        {
            var others = found[answer];
            if (rows.Length != others.Length)
                throw new InvalidOperationException($"{name} has {others.Length} rows of {answer}, the ledger {rows.Length}.");

            for (var at = 0; at < rows.Length; at++)
            {
                if (!Same(rows[at], others[at]))
                    throw new InvalidOperationException($"{name} differs in {answer}:\n{others[at]}\ninstead of the ledger's\n{rows[at]}");
            }
        }
    }

    private static bool Same(string left, string right)
    {
        if (left == right)
            return true;

        var (cells, others) = (left.Split(','), right.Split(','));
        return cells.Length == others.Length && cells.Zip(others).All(pair => SameCell(pair.First, pair.Second));
    }

    private static bool SameCell(string left, string right)
    {
        if (left == right)
            return true;
        if (
            !double.TryParse(left, CultureInfo.InvariantCulture, out var wanted)
            || !double.TryParse(right, CultureInfo.InvariantCulture, out var found)
        )
            return false;

        var broken = left.AsSpan().IndexOfAny(".E") >= 0 || right.AsSpan().IndexOfAny(".Ee") >= 0;
        return broken ? Math.Abs(wanted - found) <= Tolerance * Math.Max(1, Math.Abs(wanted)) : left == right;
    }
}
