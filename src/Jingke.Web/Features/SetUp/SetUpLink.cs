using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Jingke.Web.Features.SetUp;

/// <summary>
/// The secret of the one-time set-up link. It lives in memory only and is new at each start; who can read the console of the machine
/// may make the first administrator.
/// </summary>
internal sealed class SetUpLink
{
    private readonly byte[] digest;
    private int taken;

    public SetUpLink()
    {
        Token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        digest = Digest(Token);
    }

    /// <summary>256 random bits as text for an address.</summary>
    public string Token { get; }

    /// <summary>The address of the set-up page, below where the server listens.</summary>
    public string PathAndQuery => $"/set-up?token={Token}";

    /// <summary>Whether a token is the one of this start. Takes the same time whatever was given.</summary>
    public bool Matches(string? token) => CryptographicOperations.FixedTimeEquals(digest, Digest(token ?? ""));

    /// <summary>Uses the link up; false when someone did already. Of two people at once only one succeeds.</summary>
    public bool TryTake() => Interlocked.Exchange(ref taken, 1) == 0;

    /// <summary>Makes the link usable again, because setting up failed.</summary>
    public void GiveBack() => Volatile.Write(ref taken, 0);

    // Digests have one length, so that not even the length of a guess can be compared early.
    private static byte[] Digest(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
