namespace Jingke.Analytics.Ledger;

/// <summary>What the products of a ledger are: columns of equal length, index = product index. Product 0 is "not known".</summary>
public sealed class ProductDirectory
{
    /// <summary>Makes the directory. Arrays are not copied and must not be changed afterwards.</summary>
    /// <param name="ids">Id of each product; ids[0] is 0.</param>
    /// <param name="codes">Code of each product; codes[0] is empty.</param>
    /// <param name="names">Name of each product; names[0] is empty.</param>
    /// <param name="category">Category of each product; none is known where absent.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or entry 0 is missing.</exception>
    public ProductDirectory(long[] ids, string[] codes, string[] names, CodedColumn? category = null)
    {
        category ??= CodedColumn.Unknown(ids.Length);
        if (ids.Length == 0 || codes.Length != ids.Length || names.Length != ids.Length || category.Codes.Length != ids.Length)
        {
            throw new ArgumentException(
                $"{ids.Length} ids, {codes.Length} codes, {names.Length} names, {category.Codes.Length} categories; entry 0 is \"not known\".",
                nameof(ids)
            );
        }

        (Ids, Codes, Names, Category) = (ids, codes, names, category);
    }

    /// <summary>A directory in which no product is known.</summary>
    public static ProductDirectory Unknown { get; } = new([0], [""], [""]);

    /// <summary>Number of products, with the unknown one.</summary>
    public int Count => Ids.Length;

    /// <summary>Id of each product.</summary>
    public long[] Ids { get; }

    /// <summary>Code of each product.</summary>
    public string[] Codes { get; }

    /// <summary>Name of each product.</summary>
    public string[] Names { get; }

    /// <summary>Category of each product.</summary>
    public CodedColumn Category { get; }

    /// <summary>The order in which lists name products of equal figures: by code, then by identifier.</summary>
    internal int Compare(int first, int second)
    {
        var byCode = string.CompareOrdinal(Codes[first], Codes[second]);
        return byCode != 0 ? byCode : Ids[first].CompareTo(Ids[second]);
    }
}
