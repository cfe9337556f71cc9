using System.Text;
using Jingke.Domain;

namespace Jingke.Web.Tabular.Sheets;

/// <summary>How a file is to be read where its content does not decide.</summary>
/// <param name="Encoding">Name of an encoding, or null to recognise it.</param>
/// <param name="Delimiter">See <see cref="Delimiters.Named"/>; null to recognise it.</param>
internal sealed record SheetOptions(string? Encoding = null, string? Delimiter = null);

/// <summary>A csv, text, xlsx or xls file, opened by its content. Its sheets can be walked any number of times.</summary>
internal sealed class SheetFile : IDisposable
{
    private readonly (long Length, DateTime ChangedAt) stamp;
    private readonly TextSource? text;
    private readonly Workbook? workbook;

    private SheetFile(string path, (long, DateTime) stamp, TextSource? text, Workbook? workbook)
    {
        Path = path;
        this.stamp = stamp;
        this.text = text;
        this.workbook = workbook;
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <summary>The file's name without folder, as a person knows it.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Bytes of the file.</summary>
    public long Length => stamp.Length;

    /// <summary>Names of the sheets in order; a text file has one without a name.</summary>
    public IReadOnlyList<string> Sheets => workbook?.SheetNames ?? [""];

    /// <summary>What stands between columns; null for a workbook.</summary>
    public char? Delimiter => text?.Delimiter;

    /// <summary>How the text is encoded; null for a workbook.</summary>
    public Encoding? Encoding => text?.Encoding;

    /// <summary>Whether bare numbers in date columns count from 1904, as workbooks from old Macintosh programs do.</summary>
    public bool CountsDaysFrom1904 => workbook?.CountsDaysFrom1904 ?? false;

    /// <summary>Opens a file.</summary>
    /// <exception cref="RuleException">file.*: it is not there, is empty, is something else, is damaged, is dangerous.</exception>
    public static SheetFile Open(string path, SheetOptions? options = null)
    {
        options ??= new();
        return Refusals.Explain(
            path,
            () =>
            {
                if (Directory.Exists(path))
                    throw new RuleException("file.is-folder", path);
                var stamp = StampOf(path);
                using var stream = OpenStream(path);
                var start = new byte[4096];
                var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
                if (length == 0)
                    throw new RuleException("file.empty", System.IO.Path.GetFileName(path));
                return Open(path, stamp, FileSignature.Of(start.AsSpan(0, length)), options);
            }
        );
    }

    /// <summary>Walks through the rows of a sheet from its beginning.</summary>
    /// <param name="sheet">Index in <see cref="Sheets"/>.</param>
    public RowReader OpenRows(int sheet) =>
        Refusals.Explain<RowReader>(Path, () => workbook is not null ? workbook.OpenRows(sheet) : text!.OpenRows());

    /// <summary>Refuses a file that was written to since it was opened, for then half of what was read may be old.</summary>
    public void CheckUnchanged()
    {
        if (Refusals.Explain(Path, () => StampOf(Path)) != stamp)
            throw new RuleException("file.changed", Name);
    }

    public void Dispose() => workbook?.Dispose();

    private static SheetFile Open(string path, (long, DateTime) stamp, FileContent content, SheetOptions options)
    {
        var name = System.IO.Path.GetFileName(path);
        switch (content)
        {
            case FileContent.Text or FileContent.Gzip:
                return new(path, stamp, TextSource.Open(path, content == FileContent.Gzip, options), null);
            case FileContent.Zip:
                return new(path, stamp, null, Workbook.OpenZip(path));
            case FileContent.CompoundFile:
                return new(path, stamp, null, Workbook.OpenCompound(path));
            default:
                throw new RuleException($"file.is-{content.ToString().ToLowerInvariant()}", name);
        }
    }

    private static (long, DateTime) StampOf(string path)
    {
        var file = new FileInfo(path);
        return (file.Length, file.LastWriteTimeUtc);
    }

    internal static FileStream OpenStream(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
}
