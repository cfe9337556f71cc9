using System.IO.Compression;
using System.Text;
using Jingke.Domain;

namespace Jingke.Web.Tabular.Sheets;

/// <summary>A text file, packed or not, whose encoding and delimiter are known.</summary>
internal sealed class TextSource
{
    private const int SampleChars = 1 << 16;

    private readonly string path;
    private readonly bool packed;

    private TextSource(string path, bool packed, Encoding encoding, char delimiter)
    {
        this.path = path;
        this.packed = packed;
        Encoding = encoding;
        Delimiter = delimiter;
    }

    public Encoding Encoding { get; }

    public char Delimiter { get; }

    public static TextSource Open(string path, bool packed, SheetOptions options)
    {
        var name = Path.GetFileName(path);
        var encoding = options.Encoding is { } asked
            ? TextEncoding.Named(asked) ?? throw new RuleException("mapping.encoding-unknown", asked)
            : Recognise(path, packed) ?? throw new RuleException("file.is-binary", name);
        var delimiter = options.Delimiter is { } sign
            ? Delimiters.Named(sign) ?? throw new RuleException("mapping.delimiter-unknown", sign)
            : ',';

        var source = new TextSource(path, packed, encoding, delimiter);
        using var reader = new StreamReader(source.OpenUtf8(), Encoding.UTF8);
        var sample = new char[SampleChars];
        var length = reader.ReadBlock(sample);
        if (sample.AsSpan(0, length).Trim().Trim('\0').IsEmpty)
            throw new RuleException("file.empty", name);
        if (IsBinary(sample.AsSpan(0, length)))
            throw new RuleException("file.is-binary", name);
        return options.Delimiter is null ? new(path, packed, encoding, Delimiters.Recognise(sample.AsSpan(0, length))) : source;
    }

    public TextRowReader OpenRows() => new(path, OpenUtf8, Delimiter);

    private PrefixedStream OpenUtf8()
    {
        var stream = OpenBytes(path, packed);
        if (Encoding is not UTF8Encoding)
            stream = Encoding.CreateTranscodingStream(stream, Encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return WithoutMark(stream);
    }

    private static PrefixedStream WithoutMark(Stream stream)
    {
        var start = new byte[3];
        var length = stream.ReadAtLeast(start, 3, throwOnEndOfStream: false);
        return new PrefixedStream(start.AsSpan(0, length).SequenceEqual("\uFEFF"u8) ? default : start.AsMemory(0, length), stream);
    }

    private static Stream OpenBytes(string path, bool packed)
    {
        var file = SheetFile.OpenStream(path);
        return packed
            ? new CappedStream(new GZipStream(file, CompressionMode.Decompress), SheetLimits.GzipBytes, Path.GetFileName(path))
            : file;
    }

    private static Encoding? Recognise(string path, bool packed)
    {
        using var stream = OpenBytes(path, packed);
        return TextEncoding.Recognise(stream);
    }

    // Text has line breaks and tabs; a sample with many other control characters is something else.
    private static bool IsBinary(ReadOnlySpan<char> sample)
    {
        var control = 0;
        foreach (var c in sample)
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\u001A' or '\u001E' or '\u001F'))
                control++;
        return control > Math.Max(8, sample.Length / 20);
    }
}
