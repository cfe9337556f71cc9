using System.Globalization;
using CsvHelper;

namespace Jingke.Web.Tabular.Writing;

/// <summary>Rows as csv in UTF-8 with a mark, so that Excel shows Chinese right.</summary>
internal sealed class CsvRowWriter : IRowWriter
{
    private readonly CsvWriter writer;
    private readonly IReadOnlyList<ExportColumn> columns;

    /// <summary>Begins a file and writes its headers.</summary>
    public CsvRowWriter(Stream stream, IReadOnlyList<ExportColumn> columns)
    {
        this.columns = columns;
        writer = CsvWriter.Create(
            stream,
            new CsvWriterOptions
            {
                HasHeader = false,
                WriteByteOrderMark = true,
                NewLine = "\r\n",
                Injection = CsvInjection.Escape,
                FormatProvider = CultureInfo.InvariantCulture,
            },
            leaveOpen: true
        );
        foreach (var column in columns)
            writer.WriteField(column.Header);
        writer.EndRecord();
    }

    public void Write(ReadOnlySpan<ExportCell> cells)
    {
        for (var i = 0; i < columns.Count; i++)
            Write(cells[i], columns[i].Type);
        writer.EndRecord();
    }

    public void WriteText(string text)
    {
        writer.WriteField(text);
        for (var i = 1; i < columns.Count; i++)
            writer.WriteField("");
        writer.EndRecord();
    }

    public void Dispose() => writer.Dispose();

    private void Write(ExportCell cell, ExportType type)
    {
        switch (type)
        {
            case ExportType.Money when cell.Whole is { } money:
                writer.WriteField(money / 10_000m, "0.00##");
                break;
            case ExportType.Quantity when cell.Whole is { } quantity:
                writer.WriteField(quantity / 10_000m, "0.####");
                break;
            case ExportType.Integer when cell.Whole is { } number:
                writer.WriteField(number, default);
                break;
            case ExportType.Percent when cell.Share is { } share:
                writer.WriteField((decimal)Math.Round(share, 6), "0.00##%");
                break;
            case ExportType.Date when cell.Whole is { } day:
                writer.WriteField(DateOnly.FromDayNumber((int)day), "yyyy-MM-dd");
                break;
            default:
                writer.WriteField(type == ExportType.Text ? cell.Text ?? "" : "");
                break;
        }
    }
}
