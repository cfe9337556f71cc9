namespace Jingke.Analytics.Similarity;

/// <summary>
/// How well likeness tells key accounts from the rest, measured on accounts that were not learnt from: the chance that of a key account and
/// another account, both held out, the key account is nearer to the key accounts that were not. 0.5 = no better than a coin, 1 = always.
/// </summary>
/// <param name="Auc">That chance (area under the receiver operating characteristic) with learnt weights.</param>
/// <param name="StandardError">Its standard error after Hanley and McNeil.</param>
/// <param name="EqualWeightsAuc">The same with equal weights: what learning them is worth.</param>
/// <param name="KeyAccounts">Key accounts held out, in both halves together.</param>
/// <param name="Rest">Others held out, in both halves together.</param>
/// <remarks>
/// The accounts are halved by their ids; weights, ranges and neighbours come from one half, the measure from the other, and then the other
/// way round; the mean counts. An account's place is its mean distance to its five nearest; one too little known stands last. Equal
/// distances count half. Hanley and McNeil (1982), The meaning and use of the area under a ROC curve, Radiology 143, 29-36.
/// </remarks>
public sealed record SeparationCheck(double Auc, double StandardError, double EqualWeightsAuc, int KeyAccounts, int Rest)
{
    /// <summary>Key accounts and others that each half needs; below that nothing can be said.</summary>
    public const int FewestInHalf = 10;

    private const int MostInHalf = 20_000;
    private const int Neighbours = 5;

    /// <summary>Measures it; null when a half has fewer than ten key accounts or ten others: too few to say anything.</summary>
    /// <param name="keyAccounts">The key accounts.</param>
    /// <param name="keyIds">Their ids, by which they are halved, whatever their order.</param>
    /// <param name="rest">Everybody else; of more than 20,000 in a half that many are taken, by id.</param>
    /// <param name="restIds">Their ids.</param>
    /// <exception cref="ArgumentException">Tables and ids differ in length, or the tables in attributes.</exception>
    public static SeparationCheck? Of(AttributeTable keyAccounts, long[] keyIds, AttributeTable rest, long[] restIds)
    {
        keyAccounts.MustMatch(rest);
        if (keyIds.Length != keyAccounts.Count || restIds.Length != rest.Count)
            throw new ArgumentException("Each row needs an id.", nameof(keyIds));

        var (keys, others) = (Halves(keyAccounts, keyIds), Halves(rest, restIds));
        if (keys.Concat(others).Any(half => half.Count < FewestInHalf))
            return null;

        var equal = AttributeWeights.Equal(keyAccounts.Columns.Count);
        var (auc, plain, variance) = (0.0, 0.0, 0.0);
        for (var held = 0; held < 2; held++)
        {
            var learnt = AttributeWeights.Learn(keys[1 - held], others[1 - held]);
            var area = AreaOf(learnt, keys[1 - held], others[1 - held], keys[held], others[held]);
            auc += area / 2;
            plain += AreaOf(equal, keys[1 - held], others[1 - held], keys[held], others[held]) / 2;
            variance += VarianceOf(area, keys[held].Count, others[held].Count) / 4;
        }

        return new SeparationCheck(auc, Math.Sqrt(variance), plain, keys.Sum(half => half.Count), others.Sum(half => half.Count));
    }

    /// <summary>The chance that a first value is below a second one, equal ones counting half; NaN sorts last.</summary>
    /// <param name="lower">Values expected to be lower, at least one.</param>
    /// <param name="higher">Values expected to be higher, at least one.</param>
    internal static double AreaUnderCurve(double[] lower, double[] higher)
    {
        var values = lower.Concat(higher).Select(value => double.IsNaN(value) ? double.PositiveInfinity : value).ToArray();
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var wins = 0.0;
        for (int from = 0, to, above = higher.Length; from < order.Length; from = to)
        {
            for (to = from + 1; to < order.Length && values[order[to]] == values[order[from]]; )
                to++;

            var first = order.AsSpan(from, to - from).ToArray().Count(i => i < lower.Length);
            var second = to - from - first;
            above -= second;
            wins += first * (above + (second / 2.0));
        }

        return wins / lower.Length / higher.Length;
    }

    private static double AreaOf(
        AttributeWeights weights,
        AttributeTable keys,
        AttributeTable others,
        AttributeTable heldKeys,
        AttributeTable heldOthers
    )
    {
        var scale = GowerScale.Of(weights, keys, others);
        var known = scale.Code(keys);
        return AreaUnderCurve(Distances(scale.Code(heldKeys), known), Distances(scale.Code(heldOthers), known));
    }

    private static double[] Distances(ProfileSet held, ProfileSet keys)
    {
        var found = LookAlikes.Of(held, keys, Neighbours);
        return [.. Enumerable.Range(0, held.Count).Select(found.MeanDistanceOf)];
    }

    private static double VarianceOf(double area, int keys, int others)
    {
        var (q1, q2) = (area / (2 - area), 2 * area * area / (1 + area));
        var squares = ((keys - 1) * (q1 - (area * area))) + ((others - 1) * (q2 - (area * area)));
        return Math.Max((area * (1 - area)) + squares, 0) / ((double)keys * others);
    }

    /// <summary>Two halves by a mix of the ids, each in the order of the mix, so that the order of the rows does not matter.</summary>
    private static AttributeTable[] Halves(AttributeTable table, long[] ids)
    {
        var mixed = Array.ConvertAll(ids, id => Mix((ulong)id));
        return
        [
            .. Enumerable
                .Range(0, 2)
                .Select(half =>
                    table.Rows([
                        .. Enumerable
                            .Range(0, ids.Length)
                            .Where(row => (int)(mixed[row] & 1) == half)
                            .OrderBy(row => mixed[row])
                            .Take(MostInHalf),
                    ])
                ),
        ];
    }

    /// <summary>The finaliser of splitmix64 (Steele, Lea, Flood 2014): neighbouring ids land in either half by chance.</summary>
    private static ulong Mix(ulong id)
    {
        id += 0x9E3779B97F4A7C15;
        id = (id ^ (id >> 30)) * 0xBF58476D1CE4E5B9;
        id = (id ^ (id >> 27)) * 0x94D049BB133111EB;
        return id ^ (id >> 31);
    }
}
