using System.Numerics;

namespace Jingke.Analytics.Ledger;

/// <summary>
/// A set of accounts of one ledger, one bit per account index: what a viewer may see, or what a filter leaves. Where a method takes
/// an optional set, null means every account. Filled by one thread, then only read.
/// </summary>
public sealed class AccountSet
{
    private readonly ulong[] words;

    /// <summary>Makes an empty set over accounts 0 to <paramref name="accountCount"/> - 1.</summary>
    public AccountSet(int accountCount)
    {
        AccountCount = accountCount;
        words = new ulong[(accountCount + 63) / 64];
    }

    /// <summary>Number of accounts the set ranges over.</summary>
    public int AccountCount { get; }

    /// <summary>Number of accounts in the set.</summary>
    public int Count => words.Sum(BitOperations.PopCount);

    /// <summary>True when the account is in the set; false for an index the set does not range over (an account added later).</summary>
    public bool Contains(int account) => (uint)account < (uint)AccountCount && (words[account >> 6] >> (account & 63) & 1) != 0;

    /// <summary>Puts an account in.</summary>
    public void Add(int account)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(account);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(account, AccountCount);
        words[account >> 6] |= 1UL << (account & 63);
    }

    /// <summary>The accounts in the set, ascending.</summary>
    public int[] ToArray()
    {
        var found = new int[Count];
        var next = 0;
        for (var word = 0; word < words.Length; word++)
        {
            for (var bits = words[word]; bits != 0; bits &= bits - 1)
                found[next++] = (word << 6) + BitOperations.TrailingZeroCount(bits);
        }

        return found;
    }

    /// <summary>The accounts for which the test holds.</summary>
    public static AccountSet Where(int accountCount, Func<int, bool> test)
    {
        var set = new AccountSet(accountCount);
        for (var account = 0; account < accountCount; account++)
        {
            if (test(account))
                set.Add(account);
        }

        return set;
    }

    /// <summary>The accounts in both sets; null means all, so the intersection with null is the other set.</summary>
    public static AccountSet? Intersect(AccountSet? left, AccountSet? right)
    {
        if (left is null || right is null)
            return left ?? right;

        var both = new AccountSet(Math.Max(left.AccountCount, right.AccountCount));
        for (var i = 0; i < Math.Min(left.words.Length, right.words.Length); i++)
            both.words[i] = left.words[i] & right.words[i];

        return both;
    }

    /// <summary>The accounts in either set; null means all.</summary>
    public static AccountSet? Union(AccountSet? left, AccountSet? right)
    {
        if (left is null || right is null)
            return null;

        var (larger, smaller) = left.AccountCount >= right.AccountCount ? (left, right) : (right, left);
        var either = new AccountSet(larger.AccountCount);
        larger.words.CopyTo(either.words, 0);
        for (var i = 0; i < smaller.words.Length; i++)
            either.words[i] |= smaller.words[i];

        return either;
    }
}
