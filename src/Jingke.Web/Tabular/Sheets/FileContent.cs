namespace Jingke.Web.Tabular.Sheets;

/// <summary>What a file is, as its first bytes say; its name is not asked.</summary>
internal enum FileContent
{
    Text,
    Gzip,
    Zip,
    CompoundFile,
    Pdf,
    Image,
    Program,
    Archive,
    Web,
    Xml,
    Database,
    Media,
}

internal static class FileSignature
{
    private static readonly (byte[] Start, FileContent Content)[] Known =
    [
        ([0x1F, 0x8B], FileContent.Gzip),
        ("PK\u0003\u0004"u8.ToArray(), FileContent.Zip),
        ("PK\u0005\u0006"u8.ToArray(), FileContent.Zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileContent.CompoundFile),
        ([0x09, 0x08, 0x10, 0x00], FileContent.CompoundFile),
        ([0x09, 0x08, 0x08, 0x00], FileContent.CompoundFile),
        ([0x09, 0x04, 0x06, 0x00], FileContent.CompoundFile),
        ("%PDF"u8.ToArray(), FileContent.Pdf),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], FileContent.Image),
        ([0xFF, 0xD8, 0xFF], FileContent.Image),
        ("GIF8"u8.ToArray(), FileContent.Image),
        ("II*\0"u8.ToArray(), FileContent.Image),
        ("MM\0*"u8.ToArray(), FileContent.Image),
        ("RIFF"u8.ToArray(), FileContent.Media),
        ("ID3"u8.ToArray(), FileContent.Media),
        ("MZ"u8.ToArray(), FileContent.Program),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], FileContent.Program),
        ([0xCA, 0xFE, 0xBA, 0xBE], FileContent.Program),
        ("Rar!"u8.ToArray(), FileContent.Archive),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], FileContent.Archive),
        ("BZh"u8.ToArray(), FileContent.Archive),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X'], FileContent.Archive),
        ([0x28, 0xB5, 0x2F, 0xFD], FileContent.Archive),
        ("SQLite format 3"u8.ToArray(), FileContent.Database),
    ];

    /// <summary>Tells from the first bytes what a file holds; anything unknown counts as text and is judged later.</summary>
    public static FileContent Of(ReadOnlySpan<byte> start)
    {
        foreach (var (known, content) in Known)
            if (start.StartsWith(known) && !IsWordOfText(start, content))
                return content;

        var text = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        text = CellText.Trim(text[..Math.Min(text.Length, 512)]);
        if (text.Length > 5 && text[0] == '<')
        {
            if (StartsWithWord(text, "<?xml"u8))
                return FileContent.Xml;
            if (
                StartsWithWord(text, "<!DOC"u8)
                || StartsWithWord(text, "<html"u8)
                || StartsWithWord(text, "<table"u8)
                || StartsWithWord(text, "<meta"u8)
            )
                return FileContent.Web;
        }
        return FileContent.Text;
    }

    // MZ, BZh, ID3 and RIFF may also be how a header begins; then no control characters follow.
    private static bool IsWordOfText(ReadOnlySpan<byte> start, FileContent content) =>
        content is FileContent.Program or FileContent.Archive or FileContent.Media
        && start[0] < 0x7F
        && start[..Math.Min(64, start.Length)].IndexOfAnyInRange((byte)0, (byte)8) < 0
        && start[..Math.Min(64, start.Length)].IndexOfAny((byte)',', (byte)'\t', (byte)'\n') >= 0;

    private static bool StartsWithWord(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) =>
        text.Length >= word.Length && System.Text.Ascii.EqualsIgnoreCase(text[..word.Length], word);
}
