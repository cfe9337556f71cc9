namespace Jingke.Domain.KeyAccounts;

/// <summary>Why the file of a key account comes up early in a review meeting.</summary>
[Flags]
public enum FileUrgency
{
    /// <summary>Nothing presses.</summary>
    None = 0,

    /// <summary>It is silent for longer than its rhythm explains: at risk or lost. Counts 4.</summary>
    Leaving = 1,

    /// <summary>Measures were to be done before today. Counts 3.</summary>
    Overdue = 2,

    /// <summary>Net sales fell by a fifth or more. Counts 3.</summary>
    Falling = 4,

    /// <summary>The last contact is longer ago than its tier's policy allows. Counts 1.</summary>
    Unattended = 8,

    /// <summary>There is no plan for the present year. Counts 1.</summary>
    Unplanned = 16,
}

/// <summary>How much reasons count together.</summary>
public static class FileUrgencies
{
    /// <summary>A change of net sales from year to year that counts as falling, and any below it: a fifth less.</summary>
    public const double Fall = -0.2;

    private static readonly (FileUrgency Reason, int Weight)[] Weights =
    [
        (FileUrgency.Leaving, 4),
        (FileUrgency.Overdue, 3),
        (FileUrgency.Falling, 3),
        (FileUrgency.Unattended, 1),
        (FileUrgency.Unplanned, 1),
    ];

    /// <summary>Sum of the weights, 0 to 12; the higher comes first.</summary>
    public static int Weight(this FileUrgency reasons) => Weights.Where(each => reasons.HasFlag(each.Reason)).Sum(each => each.Weight);

    /// <summary>The reasons one by one, the weightiest first.</summary>
    public static IEnumerable<FileUrgency> Each(this FileUrgency reasons) =>
        Weights.Where(each => reasons.HasFlag(each.Reason)).Select(each => each.Reason);
}
