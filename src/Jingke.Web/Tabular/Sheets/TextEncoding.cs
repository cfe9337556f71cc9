using System.Text;
using System.Text.Unicode;

namespace Jingke.Web.Tabular.Sheets;

/// <summary>Recognises how the text of a file is encoded.</summary>
/// <remarks>
/// A byte order mark decides; then zero bytes (UTF-16), then valid UTF-8. Of the Chinese encodings the one wins in which the
/// text consists of common characters: GB2312 level 1 and Big5 level 1 hold those, each in its own range of lead bytes.
/// Windows-1252 is left for text whose bytes make little sense in either.
/// </remarks>
internal static class TextEncoding
{
    private const int Window = 1 << 20;

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of a name a person may give: utf-8, utf-16, gb18030, gbk, big5, windows-1252 ...; null when unknown.</summary>
    public static Encoding? Named(string name)
    {
        try
        {
            return name.Trim().ToLowerInvariant() is "gbk" or "gb2312" or "cp936" or "936" or "ansi"
                ? Encoding.GetEncoding("GB18030")
                : Encoding.GetEncoding(name.Trim());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Recognises the encoding of a stream, reading on until some byte beyond ASCII has been met; null for binary data.</summary>
    public static Encoding? Recognise(Stream stream)
    {
        var buffer = new byte[Window];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var window = buffer.AsSpan(0, length);
        if (OfMark(window) is { } marked)
            return marked;
        if (OfZeros(window, out var binary) is { } wide)
            return wide;
        if (binary)
            return null;

        while (window.Length > 0)
        {
            var first = window.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (first >= 0)
            {
                if (window.Length - first < Window / 2 && window.Length == Window)
                {
                    // Too little behind the first sign to judge by: take more of the file.
                    var rest = window[first..].ToArray();
                    rest.CopyTo(buffer, 0);
                    var more = stream.ReadAtLeast(buffer.AsSpan(rest.Length), buffer.Length - rest.Length, throwOnEndOfStream: false);
                    window = buffer.AsSpan(0, rest.Length + more);
                }
                return OfBytes(window);
            }
            window = buffer.AsSpan(0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        }
        return Encoding.UTF8;
    }

    private static Encoding? OfMark(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
            [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
            [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            [0x84, 0x31, 0x95, 0x33, ..] => Encoding.GetEncoding("GB18030"),
            _ => null,
        };

    // In UTF-16 digits, commas and line breaks have a zero byte on one side only; a stray zero in other text is rare.
    private static Encoding? OfZeros(ReadOnlySpan<byte> bytes, out bool binary)
    {
        Span<int> zeros = [0, 0];
        Span<int> separators = [0, 0];
        var length = Math.Min(bytes.Length, 1 << 16) & ~1;
        for (var i = 0; i < length; i += 2)
        {
            if (bytes[i] == 0)
            {
                zeros[0]++;
                if (bytes[i + 1] is (byte)',' or (byte)'\n' or (byte)'\t' or (byte)';')
                    separators[0]++;
            }
            if (bytes[i + 1] == 0)
            {
                zeros[1]++;
                if (bytes[i] is (byte)',' or (byte)'\n' or (byte)'\t' or (byte)';')
                    separators[1]++;
            }
        }
        binary = false;
        var pairs = Math.Max(1, length / 2);
        if (zeros[0] + zeros[1] == 0)
            return null;
        if (zeros[1] > pairs / 20 && separators[1] > 0 && zeros[0] * 20 < zeros[1])
            return Encoding.Unicode;
        if (zeros[0] > pairs / 20 && separators[0] > 0 && zeros[1] * 20 < zeros[0])
            return Encoding.BigEndianUnicode;
        binary = zeros[0] + zeros[1] > pairs / 20;
        return null;
    }

    private static Encoding OfBytes(ReadOnlySpan<byte> bytes)
    {
        if (IsMostlyUtf8(bytes))
            return Encoding.UTF8;

        var score = ChineseBytes.Score(bytes);
        if (score.Gbk > 0.7 && score.Gbk >= score.Big5)
            return Encoding.GetEncoding("GB18030");
        if (score.Big5 > 0.7)
            return Encoding.GetEncoding("Big5");
        return Encoding.GetEncoding(1252);
    }

    // One broken place must not turn a UTF-8 file into something else: its row is rejected where it stands.
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return true;
        var (good, bad) = (0, 0);
        while (bytes.Length > 0)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == System.Buffers.OperationStatus.NeedMoreData)
                break;
            if (status != System.Buffers.OperationStatus.Done)
                bad++;
            else if (length > 1)
                good++;
            bytes = bytes[length..];
        }
        return good > bad * 20;
    }
}
