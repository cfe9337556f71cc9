using System.Security.Cryptography;

namespace Jingke.Web.Data.People;

/// <summary>Passwords made up for colleagues: easy to read out and to type, too many to guess.</summary>
internal static class InitialPassword
{
    // Without letters and digits that look alike. 31 of them, 16 at a time: 79 bits.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A new one, such as "k7mf-2xqp-9wte-hd4r".</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
}
