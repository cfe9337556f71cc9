namespace Jingke.Analytics.Similarity;

/// <summary>How much each attribute counts when accounts are compared: whole percents that sum to 100, in the order of the attributes.</summary>
public sealed class AttributeWeights
{
    private AttributeWeights(int[] percents, double[]? information)
    {
        (Percents, Information) = (percents, information);
    }

    /// <summary>Weight of each attribute, percent; 0 leaves it out.</summary>
    public IReadOnlyList<int> Percents { get; }

    /// <summary>Information value of each attribute, above what chance gives; null when the weights were not learnt.</summary>
    public IReadOnlyList<double>? Information { get; }

    /// <summary>True when the weights were to be learnt and no attribute tells key accounts from the rest: they are equal then, and that must be said.</summary>
    public bool NothingSeparates { get; private init; }

    /// <summary>Every attribute counts the same.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no attribute, or there are too many.</exception>
    public static AttributeWeights Equal(int attributes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attributes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(attributes, AttributeTable.MostAttributes);
        return new AttributeWeights(ToPercents([.. Enumerable.Repeat(1.0, attributes)]), null);
    }

    /// <summary>Weights that people set; only their proportions count.</summary>
    /// <param name="weights">One for each attribute, at least 0, at least one above 0.</param>
    /// <exception cref="ArgumentException">A weight is negative or not a number, or all are 0.</exception>
    public static AttributeWeights Of(params double[] weights)
    {
        if (weights.Any(weight => !double.IsFinite(weight) || weight < 0) || weights.Sum() is not (> 0 and < double.PositiveInfinity))
            throw new ArgumentException("Weights are numbers of at least 0, and one of them is above 0.", nameof(weights));

        return new AttributeWeights(ToPercents(weights), null);
    }

    /// <summary>Weights learnt from what separates key accounts from the rest: the root of each attribute's information value.</summary>
    /// <param name="keyAccounts">The key accounts.</param>
    /// <param name="rest">Everybody else; a row of either table does not occur in the other.</param>
    /// <exception cref="ArgumentException">The tables do not have the same attributes in the same order.</exception>
    /// <remarks>
    /// The information value is a squared distance (between two normal distributions of one width it is the squared difference of their means
    /// in that width), Gower's differences are plain ones: hence the root. See <see cref="InformationValue"/>.
    /// </remarks>
    public static AttributeWeights Learn(AttributeTable keyAccounts, AttributeTable rest)
    {
        keyAccounts.MustMatch(rest);
        var information = new double[keyAccounts.Columns.Count];
        for (var i = 0; i < information.Length; i++)
            information[i] = InformationValue.Of(keyAccounts.Columns[i], rest.Columns[i]);

        var nothing = information.All(value => value == 0);
        var weights = nothing ? Array.ConvertAll(information, _ => 1.0) : Array.ConvertAll(information, Math.Sqrt);
        return new AttributeWeights(ToPercents(weights), information) { NothingSeparates = nothing };
    }

    /// <summary>Whole percents by largest remainder; of equal remainders the first attribute gets the percent.</summary>
    private static int[] ToPercents(double[] weights)
    {
        var total = weights.Sum();
        var exact = Array.ConvertAll(weights, weight => weight / total * 100);
        var percents = Array.ConvertAll(exact, value => (int)value);
        var byRemainder = Enumerable.Range(0, exact.Length).OrderByDescending(i => exact[i] - percents[i]).ToArray();
        for (int i = 0, left = 100 - percents.Sum(); i < left; i++)
            percents[byRemainder[i]]++;

        return percents;
    }
}
