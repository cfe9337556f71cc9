using System.Buffers;

namespace Jingke.Domain.Accounts;

/// <summary>The unified social credit code 统一社会信用代码 of an organisation, GB 32100-2015.</summary>
public static class CreditCode
{
    /// <summary>Number of characters.</summary>
    public const int Length = 18;

    // No I, O, S, V, Z: they look like digits or each other.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    /// <summary>Refuses a code that cannot be one: a slip of the pen is found by its check character.</summary>
    /// <param name="code">The code; letters in either case, blanks around it do not count. Null or empty is no code and passes.</param>
    /// <exception cref="RuleException">
    /// <c>account.credit-code-length</c> (number of characters given), <c>account.credit-code-character</c> (the character),
    /// <c>account.credit-code-check</c>
    /// </exception>
    public static void Check(string? code)
    {
        var text = code?.Trim().ToUpperInvariant() ?? "";
        if (text.Length == 0)
            return;
        if (text.Length != Length)
            throw new RuleException("account.credit-code-length", text.Length);
        foreach (var character in text)
            if (!Alphabet.Contains(character))
                throw new RuleException("account.credit-code-character", character.ToString());
        if (text[^1] != CheckCharacter(text.AsSpan(0, Length - 1)))
            throw new RuleException("account.credit-code-check");
    }

    /// <summary>Whether a text is a code whose check character is right; upper case, without blanks.</summary>
    public static bool IsValid(ReadOnlySpan<char> code) =>
        code.Length == Length && !code.ContainsAnyExcept(Characters) && code[^1] == CheckCharacter(code[..(Length - 1)]);

    /// <summary>The last character that belongs to the first 17. Weights are 3 to the power of the position, modulo 31 (GB 32100, 4.6).</summary>
    public static char CheckCharacter(ReadOnlySpan<char> first)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in first)
        {
            sum += Alphabet.IndexOf(character) * weight;
            weight = weight * 3 % Alphabet.Length;
        }
        return Alphabet[(Alphabet.Length - sum % Alphabet.Length) % Alphabet.Length];
    }
}
