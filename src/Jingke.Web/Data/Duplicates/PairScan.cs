using System.Runtime.InteropServices;
using System.Text;
using Jingke.Analytics.Matching;
using Jingke.Domain.Duplicates;
using Jingke.Web.Data.Search;

namespace Jingke.Web.Data.Duplicates;

/// <summary>Finds all pairs of duplicates and namesakes among many accounts. Knows no database.</summary>
internal static class PairScan
{
    // Some twenty-six keys an account: they are made in passes, each holding a few parts of them, and sorted part by part. More passes
    // need less memory and make the keys more often.
    private const int Passes = 2;
    private const int PartsOfPass = 4;

    /// <summary>Judges pairs the way this installation does.</summary>
    public static PairComparison Comparison { get; } = new(SoundAlike);

    /// <summary>A pair that was found, by the rows of the accounts.</summary>
    public readonly record struct Found(int Left, int Right, PairJudgement Judgement);

    /// <summary>Compares all accounts that share a key.</summary>
    /// <param name="subjects">The accounts.</param>
    /// <param name="progress">Told how much is done, 0 to 1.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The pairs that are not different, in the order of their rows.</returns>
    public static List<Found> Run(IReadOnlyList<MatchSubject> subjects, Action<double>? progress, CancellationToken cancel)
    {
        var shared = new Dictionary<ulong, Sharing>();
        for (var pass = 0; pass < Passes; pass++)
        {
            var parts = Parts(subjects, pass, cancel);
            for (var part = 0; part < PartsOfPass; part++)
            {
                cancel.ThrowIfCancellationRequested();
                Blocks(parts, part).ForEachPair(Limits, (left, right, key, size) => Note(shared, left, right, key, size));
                progress?.Invoke(0.7 * ((pass * PartsOfPass) + part + 1) / (Passes * PartsOfPass));
            }
        }

        var pairs = shared.Keys.ToArray();
        Array.Sort(pairs);
        var judged = new PairJudgement?[pairs.Length];
        Parallel.For(
            0,
            pairs.Length,
            new ParallelOptions { CancellationToken = cancel },
            at =>
            {
                var judgement = Comparison.Judge(
                    subjects[(int)(pairs[at] >> 32)],
                    subjects[(int)(pairs[at] & uint.MaxValue)],
                    shared[pairs[at]].Counts
                );
                judged[at] = judgement.Verdict == PairVerdict.Different ? null : judgement;
            }
        );
        progress?.Invoke(1);
        var found = new List<Found>();
        for (var at = 0; at < pairs.Length; at++)
            if (judged[at] is { } judgement)
                found.Add(new((int)(pairs[at] >> 32), (int)(pairs[at] & uint.MaxValue), judgement));
        return found;
    }

    // Each processor takes a stretch of the rows.
    private static List<(long Key, int Row)>[][] Parts(IReadOnlyList<MatchSubject> subjects, int pass, CancellationToken cancel)
    {
        var stretches = Environment.ProcessorCount;
        var found = new List<(long Key, int Row)>[stretches][];
        Parallel.For(
            0,
            stretches,
            new ParallelOptions { CancellationToken = cancel },
            stretch =>
            {
                var parts = found[stretch] = [.. Enumerable.Range(0, PartsOfPass).Select(_ => new List<(long Key, int Row)>())];
                var (from, to) = (StartOf(stretch), StartOf(stretch + 1));
                for (var row = from; row < to; row++)
                {
                    cancel.ThrowIfCancellationRequested();
                    foreach (var key in MatchKeys.Of(subjects[row], whole: true))
                        if ((int)(((ulong)key >> 3) % (Passes * PartsOfPass)) - (pass * PartsOfPass) is var part and >= 0 and < PartsOfPass)
                            parts[part].Add((key, row));
                }
            }
        );
        return found;

        int StartOf(int stretch) => (int)((long)subjects.Count * stretch / stretches);
    }

    // Takes the part out of the pass, so that its room is free when it has been gone through.
    private static KeyBlocks Blocks(List<(long Key, int Row)>[][] parts, int part)
    {
        var count = parts.Sum(stretch => stretch[part].Count);
        var (keys, rows, at) = (new long[count], new int[count], 0);
        foreach (var stretch in parts)
        {
            foreach (var (key, row) in stretch[part])
                (keys[at], rows[at++]) = (key, row);
            stretch[part] = [];
        }
        return new(keys, rows);
    }

    // Who shares a number with more than ten, or a slip with more than a dozen, is none the likelier to be the same.
    private static (int Cap, int Window) Limits(long key) =>
        MatchKeys.KindOf(key) is MatchKeys.Kind.Name or MatchKeys.Kind.CreditCode ? (60, 6) : (12, 0);

    private static void Note(Dictionary<ulong, Sharing> shared, int left, int right, long key, int size)
    {
        ref var sharing = ref CollectionsMarshal.GetValueRefOrAddDefault(shared, ((ulong)left << 32) | (uint)right, out _);
        sharing.Note(MatchKeys.KindOf(key), (byte)Math.Min(size, byte.MaxValue));
    }

    /// <summary>Whether two characters have a reading in common; zh and z, sh and s, ng and n count as one, as many people speak.</summary>
    private static bool SoundAlike(Rune left, Rune right)
    {
        foreach (var one in HanCharacters.Readings(left))
        foreach (var other in HanCharacters.Readings(right))
            if (Spoken(one) == Spoken(other))
                return true;
        return false;
    }

    private static string Spoken(string reading) =>
        reading
            .Replace("zh", "z", StringComparison.Ordinal)
            .Replace("ch", "c", StringComparison.Ordinal)
            .Replace("sh", "s", StringComparison.Ordinal)
            .Replace("ng", "n", StringComparison.Ordinal);

    // Sizes of the smallest block of each kind that a pair shares; 0 for none.
    private struct Sharing
    {
        private byte name;
        private byte typo;
        private byte phone;
        private byte domain;

        public readonly PairComparison.Sharing Counts => new(Or(name), Or(typo), Or(phone), Or(domain));

        public void Note(MatchKeys.Kind kind, byte size)
        {
            switch (kind)
            {
                case MatchKeys.Kind.Name:
                    name = Least(name, size);
                    break;
                case MatchKeys.Kind.Typo or MatchKeys.Kind.WholeTypo:
                    typo = Least(typo, size);
                    break;
                case MatchKeys.Kind.Phone:
                    phone = Least(phone, size);
                    break;
                case MatchKeys.Kind.Domain:
                    domain = Least(domain, size);
                    break;
            }
        }

        private static byte Least(byte known, byte size) => known == 0 ? size : Math.Min(known, size);

        private static int Or(byte size) => size == 0 ? 2 : size;
    }
}
