using System.Text;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Tabular.Sales;

/// <summary>
/// Gives each line of a file an identity that the same line has in every other file of the same source, so that it is never loaded twice:
/// XXH64 of source, order number, line number and its occurrence among the lines that share these three. A file without order numbers
/// uses source, account (its key hashed), day and occurrence.
/// </summary>
internal sealed class LineIdentity(string source, int expectedLines = 0)
{
    private readonly byte[] source = Encoding.UTF8.GetBytes(source);
    private readonly HashMap64 occurrences = new(expectedLines);
    private readonly Scratch scratch = new();

    /// <summary>The identity of the next line of an order. Call it for rejected rows too, so that correcting one shifts no other.</summary>
    public long OfOrder(ReadOnlySpan<byte> orderNo, ReadOnlySpan<byte> lineNo)
    {
        scratch.Clear();
        scratch.Add(source);
        scratch.Add(orderNo);
        scratch.Add(lineNo);
        return WithOccurrence();
    }

    /// <summary>The identity of the next line of an account on a day, in a file without order numbers.</summary>
    /// <param name="account">Hash of the account's code, or of its normalised name; 0 without an account.</param>
    /// <param name="day">Day number.</param>
    public long OfDay(ulong account, int day)
    {
        scratch.Clear();
        scratch.Add(source);
        scratch.Add(unchecked((long)account));
        scratch.Add(day);
        return WithOccurrence();
    }

    private long WithOccurrence()
    {
        var occurrence = occurrences[scratch.Hash]++;
        scratch.Add(occurrence);
        return unchecked((long)scratch.Hash);
    }
}
