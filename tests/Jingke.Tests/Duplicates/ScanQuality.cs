using System.Globalization;
using Jingke.Domain.Duplicates;
using Jingke.Web.Data.Duplicates;
using Jingke.Web.Data.Search;
using Xunit;

namespace Jingke.Tests.Duplicates;

/// <summary>Measures a scan against pairs that are known to be one customer.</summary>
internal static class ScanQuality
{
    /// <summary>An account that is known by its name and perhaps by its credit code.</summary>
    public static MatchSubject Named(string name, string? creditCode = null) =>
        new() { Name = ComparableName.Of(name, HanCharacters.Simplified), CreditCode = creditCode };

    /// <summary>Scans, prints what was found and asserts the quality that is asked for.</summary>
    /// <param name="names">All names, for printing what went wrong.</param>
    /// <param name="subjects">All accounts.</param>
    /// <param name="truth">The pairs that are one customer, lower row first, with the way in which the second was made.</param>
    public static void Check(IReadOnlyList<string> names, IReadOnlyList<MatchSubject> subjects, Dictionary<(int, int), string> truth)
    {
        var found = PairScan
            .Run(subjects, null, TestContext.Current.CancellationToken)
            .Where(pair => pair.Judgement.Verdict is PairVerdict.Same or PairVerdict.Probable)
            .ToList();
        var right = found.Count(pair => truth.ContainsKey((pair.Left, pair.Right)));
        var (precision, recall) = ((double)right / found.Count, (double)right / truth.Count);
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{subjects.Count} accounts, {truth.Count} pairs, found {found.Count}, right {right}: precision {precision:0.0000}, recall {recall:0.0000}"
            )
        );
        var seen = found.Select(pair => (pair.Left, pair.Right)).ToHashSet();
        foreach (var kind in truth.GroupBy(pair => pair.Value))
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {kind.Key}: {kind.Count(pair => seen.Contains(pair.Key))} of {kind.Count()}"
                )
            );
        foreach (var pair in found.Where(pair => !truth.ContainsKey((pair.Left, pair.Right))).Take(40))
            output.WriteLine(
                $"  wrong: {names[pair.Left]} / {names[pair.Right]} {pair.Judgement.Score:0.00} {string.Join(' ', pair.Judgement.Signals.Select(s => s.Code))}"
            );
        foreach (var ((left, other), kind) in truth.Where(pair => !seen.Contains(pair.Key)).Take(60))
            output.WriteLine($"  missed ({kind}): {names[left]} / {names[other]}");

        Assert.True(precision >= 0.98, $"Precision is {precision:0.0000}.");
        Assert.True(recall >= 0.95, $"Recall is {recall:0.0000}.");
    }
}
