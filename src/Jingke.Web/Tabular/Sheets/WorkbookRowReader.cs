using System.Buffers.Text;
using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Jingke.Web.Tabular.Sheets;

/// <summary>Rows of a sheet of an xlsx or xls workbook. Formulas give the value last computed; nothing is evaluated.</summary>
internal sealed class WorkbookRowReader : RowReader
{
    private readonly IExcelDataReader reader;
    private readonly Func<Exception, Exception> explain;
    private readonly Action<IExcelDataReader> done;
    private bool failed;
    private bool disposed;
    private byte[] bytes = new byte[4096];
    private int[] ends = new int[64];
    private bool[] numbers = new bool[64];
    private int count;
    private int length;

    /// <summary>Takes over a library reader.</summary>
    /// <param name="reader">Stands on the sheet, before its first row.</param>
    /// <param name="explain">Turns what the workbook library throws into a refusal.</param>
    /// <param name="done">Takes the library reader back.</param>
    public WorkbookRowReader(IExcelDataReader reader, Func<Exception, Exception> explain, Action<IExcelDataReader> done)
    {
        this.reader = reader;
        this.explain = explain;
        this.done = done;
    }

    public override int CellCount => count;

    public override ReadOnlySpan<byte> Cell(int column)
    {
        if (column >= count)
            return default;
        var start = column == 0 ? 0 : ends[column - 1];
        return bytes.AsSpan(start, ends[column] - start);
    }

    public override bool IsNumber(int column) => column < count && numbers[column];

    public override bool Read()
    {
        while (true)
        {
            try
            {
                if (!reader.Read())
                    return false;
                RowNumber = reader.Depth + 1;
                if (Fill())
                    return true;
            }
            catch (Exception failure) when (failure is not (Domain.RuleException or OutOfMemoryException))
            {
                failed = true;
                throw explain(failure);
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (failed)
            reader.Dispose();
        else if (!disposed)
            done(reader);
        disposed = true;
    }

    private bool Fill()
    {
        var width = Math.Min(reader.FieldCount, SheetLimits.Columns);
        if (ends.Length < width)
            (ends, numbers) = (new int[width], new bool[width]);
        (count, length) = (0, 0);
        for (var i = 0; i < width; i++)
        {
            var before = length;
            numbers[i] = Append(reader.GetValue(i), i);
            ends[i] = length;
            if (length > before)
                count = i + 1;
        }
        return count > 0;
    }

    private bool Append(object? value, int column)
    {
        switch (value)
        {
            case null:
                return false;
            case string text:
                if (text.Length > SheetLimits.CellChars)
                    text = text[..(SheetLimits.CellChars + 1)]; // still too long, so its row is rejected
                Append(text);
                return false;
            case double number:
                // A code shown with leading zeros is kept by a format that is all zeros.
                if (
                    reader.GetNumberFormatString(column) is { Length: > 1 } format
                    && format.AsSpan().Trim('0').Length == 0
                    && number >= 0
                    && number < 1e15
                )
                    Append(((long)number).ToString(format, CultureInfo.InvariantCulture));
                else
                    AppendNumber(number);
                return true;
            case DateTime date:
                Append(date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
                return false;
            case TimeSpan time:
                Append(time.ToString("c", CultureInfo.InvariantCulture));
                return false;
            case bool flag:
                Append(flag ? "TRUE" : "FALSE");
                return false;
            case int whole:
                AppendNumber(whole);
                return true;
            default:
                Append(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                return false;
        }
    }

    private void AppendNumber(double number)
    {
        Reserve(40);
        int written;
        if (Math.Abs(number) < 1e15 && number == Math.Floor(number))
            Utf8Formatter.TryFormat((long)number, bytes.AsSpan(length), out written);
        else
            number.TryFormat(bytes.AsSpan(length), out written, default, CultureInfo.InvariantCulture);
        length += written;
    }

    private void Append(string text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        length += Encoding.UTF8.GetBytes(text, bytes.AsSpan(length));
    }

    private void Reserve(int more)
    {
        if (bytes.Length - length < more)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + more));
    }
}
