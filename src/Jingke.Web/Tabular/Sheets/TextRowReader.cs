using System.Text;
using CsvHelper;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Tabular.Sheets;

/// <summary>Rows of a text file. A quotation that is never closed costs its own line, not the rest of the file.</summary>
internal sealed class TextRowReader : RowReader
{
    private readonly string path;
    private readonly Func<Stream> open;
    private readonly char delimiter;
    private readonly int[] filled = new int[SheetLimits.Columns];
    private int filledCount;
    private CsvReader reader;
    private long firstLine; // lines before the point from which the present reader counts
    private CsvMalformedRecord? malformed;
    private (byte[] Lines, long Before, CsvReader After, long AfterBefore)? detour;
    private int restarts;

    /// <summary>Opens a text.</summary>
    /// <param name="path">The file, to name it in a refusal.</param>
    /// <param name="open">Opens the text from its beginning, as UTF-8 without a mark.</param>
    /// <param name="delimiter">One sign, or <see cref="Delimiters.Blanks"/>.</param>
    public TextRowReader(string path, Func<Stream> open, char delimiter)
    {
        this.path = path;
        this.open = open;
        this.delimiter = delimiter;
        reader = Create(open());
    }

    public override int CellCount =>
        Problem is not null ? 0
        : delimiter == Delimiters.Blanks ? filledCount
        : reader.FieldCount;

    public override ReadOnlySpan<byte> Cell(int column)
    {
        if (column >= CellCount)
            return default;
        return reader.GetSpan(delimiter == Delimiters.Blanks ? filled[column] : column);
    }

    public override ulong Hash(Scratch scratch)
    {
        // Without quotation marks the record as it stands is its cells.
        if (delimiter == Delimiters.Blanks || reader.RawRecord.Contains((byte)'"'))
            return Joined(scratch);
        return XxHash64.Of(reader.RawRecord);
    }

    public override bool Read()
    {
        while (true)
        {
            Problem = null;
            try
            {
                malformed = null;
                if (!reader.Read())
                {
                    if (detour is not { } back)
                        return false;
                    Resume(back);
                    continue;
                }
                RowNumber = firstLine + reader.LineNumber;
                if (malformed is { } broken && SwallowsLines(broken))
                {
                    Problem = "row.quote-not-closed";
                    Detour(broken);
                    return true;
                }
            }
            catch (CsvFormatException tooLong)
            {
                RowNumber = firstLine + tooLong.LineNumber;
                Problem = "row.too-long";
                Reopen(RowNumber);
                return true;
            }
            catch (Exception failure) when (failure is not (Domain.RuleException or OutOfMemoryException))
            {
                throw Refusals.Of(path, failure);
            }
            if (!IsBlankRow())
                return true;
        }
    }

    protected override void Dispose(bool disposing)
    {
        reader.Dispose();
        detour?.After.Dispose();
    }

    private ulong Joined(Scratch scratch)
    {
        scratch.Clear();
        for (var i = 0; i < CellCount; i++)
            scratch.Add(Cell(i), end: (byte)delimiter);
        return XxHash64.Of(scratch.Bytes[..^1]);
    }

    private static bool SwallowsLines(CsvMalformedRecord record) =>
        record.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.TextAfterClosingQuote
        && record.RawRecord.AsSpan().TrimEnd("\r\n").ContainsAny('\n', '\r');

    private CsvReader Create(Stream stream) =>
        CsvReader.Create(
            stream,
            new CsvReaderOptions
            {
                HasHeader = false,
                Separator = delimiter,
                TrackLineNumbers = true,
                MaxRecordSize = SheetLimits.RecordBytes,
                BufferSize = 1 << 17,
                Encoding = Encoding.UTF8,
                OnMalformedRecord = record => malformed = record,
            },
            leaveOpen: false
        );

    // The lines that the open quotation swallowed are read again on their own, then the file goes on.
    private void Detour(CsvMalformedRecord broken)
    {
        if (++restarts > SheetLimits.Restarts)
            throw new Domain.RuleException("file.quotes-broken", RowNumber);
        var raw = broken.RawRecord;
        var end = raw.AsSpan().IndexOfAny('\r', '\n');
        var next = raw[end] == '\r' && end + 1 < raw.Length && raw[end + 1] == '\n' ? end + 2 : end + 1;
        var lines = Encoding.UTF8.GetBytes(raw[next..]);
        var back = detour ?? (lines, firstLine, reader, firstLine);
        if (detour is not null)
            reader.Dispose();
        detour = back with { Lines = lines };
        firstLine = RowNumber;
        reader = Create(new MemoryStream(lines));
    }

    private void Resume((byte[] Lines, long Before, CsvReader After, long AfterBefore) back)
    {
        reader.Dispose();
        (reader, firstLine, detour) = (back.After, back.AfterBefore, null);
    }

    private void Reopen(long badLine)
    {
        if (++restarts > SheetLimits.Restarts)
            throw new Domain.RuleException("file.quotes-broken", badLine);
        reader.Dispose();
        detour?.After.Dispose();
        detour = null;
        var stream = open();
        reader = SkipLines(stream, badLine) is { } rest ? Create(rest) : Create(new MemoryStream([]));
        firstLine = badLine;
    }

    private static PrefixedStream? SkipLines(Stream stream, long lines)
    {
        var buffer = new byte[1 << 16];
        var carriageReturn = false;
        while (stream.Read(buffer) is > 0 and var length)
        {
            for (var i = 0; i < length; i++)
            {
                // A line ends at \n, at \r\n, or at a lone \r, which is only known at the next byte.
                if (carriageReturn && buffer[i] != '\n' && --lines == 0)
                    return new PrefixedStream(buffer.AsMemory(i, length - i), stream);
                carriageReturn = buffer[i] == '\r';
                if (buffer[i] == '\n' && --lines == 0)
                    return new PrefixedStream(buffer.AsMemory(i + 1, length - i - 1), stream);
            }
        }
        stream.Dispose();
        return null;
    }

    private bool IsBlankRow()
    {
        var count = reader.FieldCount;
        if (delimiter == Delimiters.Blanks)
        {
            filledCount = 0;
            for (var i = 0; i < count && filledCount < filled.Length; i++)
                if (reader.GetSpan(i).Length > 0)
                    filled[filledCount++] = i;
            return filledCount == 0;
        }
        for (var i = 0; i < count; i++)
            if (CellText.Trim(reader.GetSpan(i)).Length > 0)
                return false;
        return true;
    }
}
