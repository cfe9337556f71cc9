namespace Jingke.Analytics.Ledger;

/// <summary>A dictionary-coded column: each entry is an index into a list of names. Code 0 always means "not known".</summary>
public sealed class CodedColumn
{
    /// <summary>Makes the column.</summary>
    /// <param name="codes">One code per account or product; not copied and not to be changed afterwards.</param>
    /// <param name="names">Name of each code as shown; names[0] is empty and stands for "not known".</param>
    /// <param name="keys">Stable key of each code for addresses and look-ups (an id, a standard's code); the names where absent.</param>
    /// <exception cref="ArgumentException">Keys and names differ in length, there is no entry 0, or a code has no name.</exception>
    public CodedColumn(int[] codes, string[] names, string[]? keys = null)
    {
        if (names.Length == 0 || (keys is not null && keys.Length != names.Length))
            throw new ArgumentException(
                $"{names.Length} names and {keys?.Length} keys; both need entry 0 for \"not known\".",
                nameof(names)
            );

        foreach (var code in codes)
        {
            if ((uint)code >= (uint)names.Length)
                throw new ArgumentException($"Code {code} has no name; there are {names.Length}.", nameof(codes));
        }

        (Codes, Names, Keys) = (codes, names, keys ?? names);
    }

    /// <summary>One code per entry.</summary>
    public int[] Codes { get; }

    /// <summary>Name of each code; [0] is empty.</summary>
    public string[] Names { get; }

    /// <summary>Key of each code; [0] is empty.</summary>
    public string[] Keys { get; }

    /// <summary>A column in which nothing is known.</summary>
    public static CodedColumn Unknown(int count) => new(new int[count], [""]);

    /// <summary>Codes a column of texts; null and empty texts become code 0.</summary>
    public static CodedColumn Of(IReadOnlyList<string?> texts)
    {
        var book = new CodeBook();
        var codes = new int[texts.Count];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = book.CodeOf(texts[i]);

        return new CodedColumn(codes, book.ToArray());
    }
}
