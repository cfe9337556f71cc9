namespace Jingke.Analytics.Similarity;

/// <summary>
/// How well one attribute alone tells key accounts from the rest: sum over groups of (p - q) ln(p / q), p and q being the shares of key
/// accounts and of the rest in the group. 0 = not at all; in credit scoring below 0.02 counts as useless, above 0.3 as strong.
/// </summary>
/// <remarks>
/// Kullback and Leibler (1951), equation 2.6 (divergence J); as "information value" in Siddiqi, Credit Risk Scorecards (2006), chapter 6.
/// Half a case is added to each group so that an empty one gives no infinity, and what chance alone is expected to give,
/// (groups - 1)(1/n + 1/m) for n key accounts and m others, is taken off. Only rows whose value is known count. Categories with fewer
/// than five rows are one group; numbers are cut at quantiles into as many groups as there are tens of key accounts, 2 to 10.
/// </remarks>
public static class InformationValue
{
    private const int FewestInGroup = 5;
    private const int FewestKeyAccounts = 5;

    /// <summary>The information value of an attribute, at least 0.</summary>
    /// <param name="keyAccounts">The attribute of the key accounts.</param>
    /// <param name="rest">The same attribute of the rest.</param>
    /// <returns>0 when it does not separate, or when fewer than five rows of either side are known: too few to tell.</returns>
    public static double Of(AttributeColumn keyAccounts, AttributeColumn rest)
    {
        var (key, other) = (Known(keyAccounts), Known(rest));
        if (key.Length < FewestKeyAccounts || other.Length < FewestKeyAccounts)
            return 0;

        var groups = keyAccounts.Kind is AttributeKind.Category ? ByCategory(key, other) : ByQuantile(key, other);
        if (groups.Count < 2)
            return 0;

        var value = 0.0;
        foreach (var (inKey, inRest) in groups)
        {
            var p = (inKey + 0.5) / (key.Length + (0.5 * groups.Count));
            var q = (inRest + 0.5) / (other.Length + (0.5 * groups.Count));
            value += (p - q) * Math.Log(p / q);
        }

        var chance = (groups.Count - 1) * ((1.0 / key.Length) + (1.0 / other.Length));
        return Math.Max(value - chance, 0);
    }

    private static double[] Known(AttributeColumn column)
    {
        var values = new List<double>(column.Count);
        for (var row = 0; row < column.Count; row++)
        {
            var value = column[row];
            if (double.IsFinite(value))
                values.Add(value);
        }

        return [.. values];
    }

    private static List<(int Key, int Other)> ByCategory(double[] key, double[] rest)
    {
        var counts = new SortedDictionary<int, (int Key, int Other)>();
        foreach (var code in key)
            counts[(int)code] = counts.GetValueOrDefault((int)code) is var (k, r) ? (k + 1, r) : default;
        foreach (var code in rest)
            counts[(int)code] = counts.GetValueOrDefault((int)code) is var (k, r) ? (k, r + 1) : default;

        var groups = counts.Values.Where(count => count.Key + count.Other >= FewestInGroup).ToList();
        var few = counts.Values.Where(count => count.Key + count.Other < FewestInGroup).ToArray();
        if (few.Length > 0)
            groups.Add((few.Sum(count => count.Key), few.Sum(count => count.Other)));

        return groups;
    }

    private static List<(int Key, int Other)> ByQuantile(double[] key, double[] rest)
    {
        double[] all = [.. key, .. rest];
        Array.Sort(all);
        Array.Sort(key);
        Array.Sort(rest);
        var wanted = Math.Clamp(key.Length / 10, 2, 10);
        var groups = new List<(int, int)>();
        var (doneKey, doneRest) = (0, 0);
        for (var i = 1; i <= wanted; i++)
        {
            // A group ends after every value equal to its edge, so equal values never lie in two groups.
            var edge = all[Math.Min((int)((long)all.Length * i / wanted), all.Length) - 1];
            var (toKey, toRest) = (NotAbove(key, edge), NotAbove(rest, edge));
            if (toKey + toRest == doneKey + doneRest)
                continue;

            groups.Add((toKey - doneKey, toRest - doneRest));
            (doneKey, doneRest) = (toKey, toRest);
        }

        return groups;
    }

    /// <summary>How many of the ascending values are not above the edge.</summary>
    private static int NotAbove(double[] ascending, double edge)
    {
        var (from, to) = (0, ascending.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (ascending[middle] <= edge)
                from = middle + 1;
            else
                to = middle;
        }

        return from;
    }
}
