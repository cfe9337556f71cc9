using System.Globalization;
using System.IO.Packaging;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Jingke.Web.Tabular.Writing;

/// <summary>Rows as xlsx, written straight into the package; a table longer than a sheet goes on in the next one.</summary>
internal sealed class XlsxRowWriter : IRowWriter
{
    private const int RowsOfASheet = 1_048_576;
    private const int LongestText = 32_767;
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static readonly Row RowElement = new();
    private static readonly Cell CellElement = new();
    private static readonly InlineString InlineElement = new();

    private readonly Package package;
    private readonly IReadOnlyList<ExportColumn> columns;
    private readonly string title;
    private readonly OpenXmlAttribute[][] styles;
    private readonly OpenXmlAttribute[] plainText = [InlineType()];
    private readonly OpenXmlAttribute[] quotedText = [InlineType(), Style(XlsxStyles.Quoted)];
    private readonly OpenXmlAttribute[] header = [InlineType(), Style(XlsxStyles.Header)];
    private readonly List<Uri> sheets = [];
    private Stream? part;
    private OpenXmlWriter? writer;
    private int rows;

    /// <summary>Begins a workbook and writes the headers of its first sheet.</summary>
    public XlsxRowWriter(Stream stream, IReadOnlyList<ExportColumn> columns, string title)
    {
        this.columns = columns;
        this.title = XlsxStyles.SheetName(title);
        styles = [.. columns.Select(column => new[] { Style(XlsxStyles.Of(column.Type)) })];
        package = Package.Open(new ForwardStream(stream), FileMode.Create, FileAccess.Write);
        BeginSheet();
    }

    public void Write(ReadOnlySpan<ExportCell> cells)
    {
        BeginRow();
        for (var i = 0; i < columns.Count; i++)
            Write(cells[i], i);
        writer!.WriteEndElement();
    }

    public void WriteText(string text)
    {
        BeginRow();
        WriteText(text, plainText);
        writer!.WriteEndElement();
    }

    public void Dispose()
    {
        EndSheet();
        WriteWorkbook();
        package.Close();
    }

    private void Write(ExportCell cell, int column)
    {
        var type = columns[column].Type;
        if (type == ExportType.Text)
            WriteText(
                cell.Text,
                cell.Text is { Length: > 0 } text && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? quotedText : plainText
            );
        else if (XlsxStyles.Value(cell, type) is { } value)
        {
            writer!.WriteStartElement(CellElement, styles[column]);
            writer.WriteElement(new CellValue(value));
            writer.WriteEndElement();
        }
        else
            WriteText(null, plainText);
    }

    private void WriteText(string? text, OpenXmlAttribute[] attributes)
    {
        if (string.IsNullOrEmpty(text))
        {
            writer!.WriteStartElement(CellElement);
            writer.WriteEndElement();
            return;
        }
        writer!.WriteStartElement(CellElement, attributes);
        writer.WriteStartElement(InlineElement);
        writer.WriteElement(new Text(Allowed(text)) { Space = SpaceProcessingModeValues.Preserve });
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    // XML knows no control characters and no halves of characters; Excel knows no longer text.
    private static string Allowed(string text)
    {
        if (text.Length > LongestText)
            text = text[..(LongestText - 1)] + "…";
        var allowed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is >= ' ' or '\t' or '\n' or '\r' and not (0xFFFE or 0xFFFF))
                allowed.Append(rune);
        return allowed.ToString();
    }

    private void BeginRow()
    {
        if (rows == RowsOfASheet)
        {
            EndSheet();
            BeginSheet();
        }
        writer!.WriteStartElement(RowElement);
        rows++;
    }

    private void BeginSheet()
    {
        var uri = new Uri($"/xl/worksheets/sheet{sheets.Count + 1}.xml", UriKind.Relative);
        sheets.Add(uri);
        part = package.CreatePart(uri, Types + "worksheet+xml", CompressionOption.Fast).GetStream();
        writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument();
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(XlsxStyles.FrozenHeader());
        writer.WriteElement(XlsxStyles.Widths(columns));
        writer.WriteStartElement(new SheetData());
        writer.WriteStartElement(RowElement);
        foreach (var column in columns)
            WriteText(column.Header, header);
        writer.WriteEndElement();
        rows = 1;
    }

    private void EndSheet()
    {
        writer!.WriteEndElement();
        writer.WriteEndElement();
        writer.Dispose();
        part!.Dispose();
    }

    // A package that is written straight through takes one part after the other: created, filled, closed.
    private void WriteWorkbook()
    {
        var styles = new Uri("/xl/styles.xml", UriKind.Relative);
        WritePart(package.CreatePart(styles, Types + "styles+xml"), XlsxStyles.Stylesheet());
        var workbook = package.CreatePart(new Uri("/xl/workbook.xml", UriKind.Relative), Types + "sheet.main+xml");
        var list = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
        foreach (var (index, uri) in sheets.Index())
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"sheet{index + 1}");
            workbook.CreateRelationship(uri, TargetMode.Internal, Relations + "worksheet", id);
            list.Append(
                new Sheet
                {
                    Name = index == 0 ? title : $"{title} {index + 1}",
                    SheetId = (uint)index + 1,
                    Id = id,
                }
            );
        }
        workbook.CreateRelationship(styles, TargetMode.Internal, Relations + "styles", "styles");
        package.CreateRelationship(workbook.Uri, TargetMode.Internal, Relations + "officeDocument", "rId1");
        WritePart(workbook, new Workbook(list));
    }

    private static void WritePart(PackagePart part, OpenXmlElement root)
    {
        using var stream = part.GetStream();
        using var xml = OpenXmlWriter.Create(stream);
        xml.WriteStartDocument();
        xml.WriteElement(root);
    }

    private static OpenXmlAttribute InlineType() => new("t", "", "inlineStr");

    private static OpenXmlAttribute Style(uint index) => new("s", "", index.ToString(CultureInfo.InvariantCulture));
}
