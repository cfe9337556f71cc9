using Jingke.Domain.Accounts;

namespace Jingke.Domain.Facts.Vetting;

/// <summary>Whether two values of one field say the same.</summary>
public static class Agreement
{
    /// <summary>Numbers and amounts that differ by at most this part say the same: '200 people' and '205 people'.</summary>
    public const double Tolerance = 0.05;

    /// <summary>Whether two values say the same.</summary>
    /// <param name="type">Type of the field.</param>
    /// <param name="one">A value.</param>
    /// <param name="other">Another value.</param>
    public static bool Holds(FieldType type, FieldValue one, FieldValue other) =>
        type switch
        {
            FieldType.Number or FieldType.Money when one.Number is { } a && other.Number is { } b => IsNear(a, b),
            FieldType.Text or FieldType.LongText => TextOf(one.Text) == TextOf(other.Text),
            FieldType.SomeOf => KeysOf(one.Text).SetEquals(KeysOf(other.Text)),
            FieldType.Region => IsWithin(RegionPart(one.Text), RegionPart(other.Text)),
            FieldType.Industry => IsWithin(one.Text, other.Text),
            FieldType.LunarDate => IsSameLunarDay(one.Text, other.Text),
            _ => one.Text == other.Text,
        };

    private static bool IsNear(long one, long other) =>
        Math.Abs((double)one - other) <= Tolerance * Math.Max(Math.Abs((double)one), Math.Abs((double)other));

    private static string TextOf(string text)
    {
        var kept = AccountName.Normalise(text).Where(char.IsLetterOrDigit).ToArray();
        return kept.Length == 0 ? text : new string(kept);
    }

    private static HashSet<string> KeysOf(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries)];

    // The digits of a GB/T 2260 code that say something: 440000 is 44, 440300 is 4403.
    private static string RegionPart(string code) =>
        code.EndsWith("0000", StringComparison.Ordinal) ? code[..2]
        : code.EndsWith("00", StringComparison.Ordinal) ? code[..4]
        : code;

    // A city is no contradiction to its province; which of the two is told more closely is no matter here.
    private static bool IsWithin(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    // --08-15 says less than 1990-08-15, not something else.
    private static bool IsSameLunarDay(string one, string other) =>
        one == other
        || (
            (one.StartsWith("--", StringComparison.Ordinal) || other.StartsWith("--", StringComparison.Ordinal))
            && DayPart(one) == DayPart(other)
        );

    private static string DayPart(string text) =>
        text.StartsWith("--", StringComparison.Ordinal) ? text[2..] : text[(text.IndexOf('-') + 1)..];
}
