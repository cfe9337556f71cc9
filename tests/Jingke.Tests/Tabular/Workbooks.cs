using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Jingke.Tests.Tabular;

/// <summary>Makes xlsx files part by part, so that a test can leave out or spoil any of them.</summary>
internal static class Workbooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static Sheet Of(params (string Name, object?[][] Rows)[] sheets) => Sheet.OfBytes(Zip(PartsOf(sheets)), "xlsx");

    public static Dictionary<string, string> PartsOf(params (string Name, object?[][] Rows)[] sheets)
    {
        var list = string.Concat(
            sheets
                .Index()
                .Select(sheet => $"<sheet name=\"{sheet.Item.Name}\" sheetId=\"{sheet.Index + 1}\" r:id=\"rId{sheet.Index + 1}\"/>")
        );
        var relations = string.Concat(
            sheets
                .Index()
                .Select(sheet =>
                    $"<Relationship Id=\"rId{sheet.Index + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{sheet.Index + 1}.xml\"/>"
                )
        );
        var overrides = string.Concat(
            sheets
                .Index()
                .Select(sheet =>
                    $"<Override PartName=\"/xl/worksheets/sheet{sheet.Index + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                )
        );
        Dictionary<string, string> parts = new()
        {
            ["[Content_Types].xml"] =
                $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{overrides}</Types>",
            ["_rels/.rels"] =
                $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            ["xl/workbook.xml"] = $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{list}</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] =
                $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}<Relationship Id=\"rIdS\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>",
            ["xl/styles.xml"] =
                $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"22\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>",
        };
        foreach (var (index, sheet) in sheets.Index())
            parts[$"xl/worksheets/sheet{index + 1}.xml"] = SheetXml(sheet.Rows);
        return parts;
    }

    public static byte[] Zip(Dictionary<string, string> parts, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        return stream.ToArray();
    }

    private static string SheetXml(object?[][] rows)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        foreach (var (index, row) in rows.Index())
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{index + 1}\">");
            foreach (var (column, value) in row.Index())
                xml.Append(CellXml(value, $"{ColumnName(column)}{index + 1}"));
            xml.Append("</row>");
        }
        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static string CellXml(object? value, string at) =>
        value switch
        {
            null => "",
            double number => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><v>{number:R}</v></c>"),
            DateTime date => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"1\"><v>{date.ToOADate():R}</v></c>"),
            bool flag => $"<c r=\"{at}\" t=\"b\"><v>{(flag ? 1 : 0)}</v></c>",
            _ => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(value.ToString())}</t></is></c>",
        };

    private static string ColumnName(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : ColumnName((column / 26) - 1) + ColumnName(column % 26);
}
