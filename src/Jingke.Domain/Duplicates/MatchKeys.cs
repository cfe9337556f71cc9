namespace Jingke.Domain.Duplicates;

/// <summary>
/// Numbers by which accounts that may be one customer find each other: accounts that share none are never compared. Kept in the database,
/// so they stay the same in every version.
/// </summary>
public static class MatchKeys
{
    private const int ShortestTypo = 4;
    private const int LongestTypo = 24;

    /// <summary>What a key stands for.</summary>
    public enum Kind : byte
    {
        /// <summary>The core of the name, or the name without its legal form.</summary>
        Name = 1,

        /// <summary>The core with one character left out: two names with one wrong character share one.</summary>
        Typo = 2,

        /// <summary>Credit code.</summary>
        CreditCode = 3,

        /// <summary>Telephone number.</summary>
        Phone = 4,

        /// <summary>E-mail domain.</summary>
        Domain = 5,

        /// <summary>The whole name with one character left out.</summary>
        WholeTypo = 6,
    }

    /// <summary>The keys of an account, each once.</summary>
    /// <param name="subject">The account.</param>
    /// <param name="whole">Whether a slip in the region or the legal form is looked for, too; that doubles the number of keys.</param>
    public static HashSet<long> Of(MatchSubject subject, bool whole)
    {
        var keys = new HashSet<long>(24);
        AddName(keys, subject.Name, whole);
        if (subject.CreditCode is { Length: > 0 } code)
            keys.Add(Hash(Kind.CreditCode, code.Trim().ToUpperInvariant()));
        foreach (var phone in subject.Phones)
            keys.Add(Hash(Kind.Phone, phone));
        foreach (var domain in subject.Domains)
            keys.Add(Hash(Kind.Domain, domain));
        return keys;
    }

    /// <summary>The kind of a key: its lowest three bits.</summary>
    public static Kind KindOf(long key) => (Kind)(key & 7);

    /// <summary>FNV-1a over the UTF-16 units, then a finishing mix, with the kind in the lowest three bits.</summary>
    public static long Hash(Kind kind, ReadOnlySpan<char> text) => Hash(kind, text, -1);

    private static void AddName(HashSet<long> keys, ComparableName name, bool whole)
    {
        if (name.Core.Length == 0)
            return;
        keys.Add(Hash(Kind.Name, name.Core));
        // A typo in a branch's or a person's name is not looked for.
        if (name.Plain != name.Core)
            keys.Add(Hash(Kind.Name, name.Plain));
        if (name.IsPersonal)
            return;
        AddTypos(keys, Kind.Typo, name.Core);
        if (whole)
            AddTypos(keys, Kind.WholeTypo, name.Whole);
    }

    private static void AddTypos(HashSet<long> keys, Kind kind, string text)
    {
        if (text.Length < ShortestTypo)
            return;
        // The text itself is what the other one becomes that has one character too many.
        keys.Add(Hash(kind, text));
        for (var left = 0; left < Math.Min(text.Length, LongestTypo); left++)
            keys.Add(Hash(kind, text, left));
    }

    private static long Hash(Kind kind, ReadOnlySpan<char> text, int without)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            for (var at = 0; at < text.Length; at++)
                if (at != without)
                    hash = (hash ^ text[at]) * 1099511628211UL;
            hash ^= hash >> 32;
            hash *= 0xD6E8FEB86659FD93UL;
            hash ^= hash >> 32;
            return (long)((hash & ~7UL) | (byte)kind);
        }
    }
}
