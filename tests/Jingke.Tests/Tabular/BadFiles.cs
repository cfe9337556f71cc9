using System.IO.Compression;
using System.Text;

namespace Jingke.Tests.Tabular;

/// <summary>Files that people really choose by mistake, and files that mean harm, each with the code it is refused with.</summary>
internal static class BadFiles
{
    private const string Csv = "date,customer,amount\n2024-01-05,A,10\n2024-01-06,B,20\n";

    public static IReadOnlyList<(string Name, string Extension, Func<byte[]> Make, string Code)> Refused { get; } =
    [
        ("empty", "csv", () => [], "file.empty"),
        ("empty xlsx", "xlsx", () => [], "file.empty"),
        ("only a mark", "csv", () => [0xEF, 0xBB, 0xBF], "file.empty"),
        ("only a UTF-16 mark", "csv", () => [0xFF, 0xFE], "file.empty"),
        ("only blanks and line breaks", "csv", () => Text("  \n\n \r\n\t\n"), "file.empty"),
        ("only zeros", "csv", () => new byte[5_000], "file.is-binary"),
        ("only a header", "csv", () => Text("date,customer,amount\n"), "file.no-rows"),
        ("only a header, xlsx", "xlsx", () => Book(["date", "customer", "amount"]), "file.no-rows"),
        ("a workbook without rows", "xlsx", () => Workbooks.Zip(Workbooks.PartsOf(("Sheet1", []))), "file.no-rows"),
        (
            "a picture named csv",
            "csv",
            () => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, .. Noise(500)],
            "file.is-image"
        ),
        ("a photo named xlsx", "xlsx", () => [0xFF, 0xD8, 0xFF, 0xE0, .. Noise(500)], "file.is-image"),
        ("a gif named xls", "xls", () => [.. "GIF89a"u8, .. Noise(500)], "file.is-image"),
        ("a PDF named xlsx", "xlsx", () => [.. "%PDF-1.7\n"u8, .. Noise(500)], "file.is-pdf"),
        ("a Windows program", "csv", () => [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, .. Noise(500)], "file.is-program"),
        ("a Linux program", "xlsx", () => [0x7F, .. "ELF"u8, 2, 1, 1, 0, .. Noise(500)], "file.is-program"),
        ("a rar archive", "csv", () => [.. "Rar!"u8, 0x1A, 7, 0, .. Noise(500)], "file.is-archive"),
        ("a 7z archive", "csv", () => [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C, .. Noise(500)], "file.is-archive"),
        ("a zip with a csv inside", "zip", () => Workbooks.Zip(new() { ["orders.csv"] = Csv }), "file.is-archive"),
        ("zips within zips", "zip", () => Nested(6), "file.is-archive"),
        ("an empty zip", "xlsx", () => Workbooks.Zip([]), "file.is-archive"),
        ("a web page named xls", "xls", () => Text("<html><body><table><tr><td>date</td></tr></table></body></html>"), "file.is-web"),
        ("a table of a web page", "xls", () => Text("\uFEFF  <table border=1><tr><td>日期</td></tr></table>"), "file.is-web"),
        (
            "an XML spreadsheet of 2003",
            "xls",
            () => Text("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"></Workbook>"),
            "file.is-xml"
        ),
        (
            "a Word document",
            "docx",
            () => Workbooks.Zip(new() { ["[Content_Types].xml"] = "<Types/>", ["word/document.xml"] = "<d/>" }),
            "file.is-document"
        ),
        (
            "an OpenDocument sheet",
            "ods",
            () => Workbooks.Zip(new() { ["mimetype"] = "application/vnd.oasis", ["content.xml"] = "<d/>" }),
            "file.is-ods"
        ),
        (
            "a binary workbook",
            "xlsb",
            () => Workbooks.Zip(new() { ["xl/workbook.bin"] = "x", ["xl/worksheets/sheet1.bin"] = "x" }),
            "file.is-xlsb"
        ),
        ("a database", "csv", () => [.. "SQLite format 3\0"u8, .. Noise(500)], "file.is-database"),
        ("sound", "csv", () => [.. "RIFF"u8, 0, 0, 1, 0, .. "WAVEfmt "u8, .. Noise(500)], "file.is-media"),
        ("noise named csv", "csv", () => Noise(5_000), "file.is-binary"),
        ("an xlsx cut off in the middle", "xlsx", () => GoodBook()[..(GoodBook().Length / 2)], "file.truncated"),
        ("an xlsx cut off at the end", "xlsx", () => GoodBook()[..^10], "file.truncated"),
        ("the first bytes of an xlsx", "xlsx", () => GoodBook()[..30], "file.truncated"),
        ("an xlsx with spoilt contents", "xlsx", () => Spoilt(GoodBook()), "file.damaged"),
        ("an xlsx without its workbook", "xlsx", () => Without("xl/workbook.xml"), "file.damaged"),
        ("an xlsx without its sheet", "xlsx", () => Without("xl/worksheets/sheet1.xml"), "file.damaged"),
        ("an xlsx without relations", "xlsx", () => Without("xl/_rels/workbook.xml.rels"), "file.damaged"),
        (
            "an xlsx whose sheet is no XML",
            "xlsx",
            () =>
                With(
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\""
                ),
            "file.damaged"
        ),
        (
            "an xlsx with entities that expand",
            "xlsx",
            () =>
                With(
                    "xl/worksheets/sheet1.xml",
                    "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>"
                ),
            "file.damaged"
        ),
        (
            "an xlsx that reads other files",
            "xlsx",
            () => With("xl/worksheets/sheet1.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>"),
            "file.damaged"
        ),
        (
            "a zip bomb",
            "xlsx",
            () => With("xl/worksheets/sheet1.xml", "<worksheet>" + new string(' ', 40_000_000), CompressionLevel.SmallestSize),
            "file.zip-bomb"
        ),
        (
            "a bomb beside the sheet",
            "xlsx",
            () => With("xl/media/image1.png", new string('a', 40_000_000), CompressionLevel.SmallestSize),
            "file.zip-bomb"
        ),
        ("six thousand parts", "xlsx", ManyParts, "file.zip-bomb"),
        (
            "an xlsx with a cell of two million characters",
            "xlsx",
            () => Book(["date", "customer", "amount"], ["2024-01-05", Letters(2_000_000), "10"]),
            "file.cell-too-long"
        ),
        (
            "an encrypted xlsx",
            "xlsx",
            () => Workbooks.Zip(new() { ["EncryptedPackage"] = "x", ["EncryptionInfo"] = "x" }),
            "file.encrypted"
        ),
        ("an xls cut off", "xls", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[100]], "file.truncated"),
        ("an xls full of noise", "xls", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Noise(4_000)], "file.damaged"),
        ("an xls of Excel 2 cut off", "xls", () => [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, .. new byte[20]], "file.damaged"),
        ("a gz cut off", "gz", () => Packed(Text(Csv + Letters(50_000)))[..200], "file.truncated"),
        ("a gz of noise", "gz", () => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, .. Noise(300)], "file.damaged"),
        ("a gz of nothing", "gz", () => Packed([]), "file.empty"),
        (
            "prose",
            "txt",
            () => Text("Dear Sir,\n\nthank you for your order of last week.\nIt will be sent, as agreed, on Friday.\n"),
            "columns.none-recognised"
        ),
        ("JSON", "csv", () => Text("{\"orders\": [{\"id\": 1, \"sum\": 5}, {\"id\": 2, \"sum\": 6}]}"), "columns.none-recognised"),
        ("numbers without a header", "csv", () => Text("1,2,3\n4,5,6\n7,8,9\n"), "columns.none-recognised"),
        ("no amount", "csv", () => Text("日期,客户名称,数量\n2024-01-05,甲,3\n"), "columns.missing"),
        ("no date", "csv", () => Text("客户名称,金额\n甲,3\n"), "columns.missing"),
        ("every row bad", "csv", () => Text("date,customer,amount\nsoon,A,10\nlater,B,20\n"), "file.nothing-usable"),
        ("only a total", "csv", () => Text("日期,客户,金额\n,合计,100\n"), "file.nothing-usable"),
        ("ambiguous dates", "csv", () => Text("date,customer,amount\n1/2/2024,A,10\n3/4/2024,B,20\n"), "dates.ambiguous"),
        ("dates in two orders", "csv", () => Text("date,customer,amount\n13/2/2024,A,10\n2/13/2024,B,20\n"), "dates.mixed"),
        ("ambiguous numbers", "csv", () => Text("date;customer;amount\n2024-01-05;A;1.234\n2024-01-06;B;5.678\n"), "numbers.ambiguous"),
        ("ambiguous thousands", "csv", () => Text("date;customer;amount\n2024-01-05;A;1,234\n2024-01-06;B;5,678\n"), "numbers.ambiguous"),
        ("numbers in two styles", "csv", () => Text("date,customer,amount\n2024-01-05,A,12.50\n2024-01-06,B,\"12,50\"\n"), "numbers.mixed"),
        (
            "three thousand columns",
            "csv",
            () => Text(string.Join(',', Enumerable.Range(0, 3_000)) + "\n" + string.Join(',', Enumerable.Range(0, 3_000)) + "\n"),
            "columns.too-many"
        ),
        ("a million columns", "csv", () => Text(string.Join(',', Enumerable.Repeat("x", 1_000_000)) + "\n"), "columns.too-many"),
        (
            "quotation marks gone wild",
            "csv",
            () => Text("date,customer,amount\n" + string.Concat(Enumerable.Repeat("2024-01-05,\"A,10\n2024-01-06,\"B\"x,20\n", 200))),
            "file.quotes-broken"
        ),
    ];

    public static byte[] GoodBook() => Book(["date", "customer", "amount"], ["2024-01-05", "A", 10.0], ["2024-01-06", "B", 20.0]);

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }

    private static byte[] Book(params object?[][] rows) => Workbooks.Zip(Workbooks.PartsOf(("Sheet1", rows)));

    private static byte[] Without(string part)
    {
        var parts = GoodParts();
        parts.Remove(part);
        return Workbooks.Zip(parts);
    }

    private static byte[] With(string part, string content, CompressionLevel level = CompressionLevel.Fastest)
    {
        var parts = GoodParts();
        parts[part] = content;
        return Workbooks.Zip(parts, level);
    }

    private static Dictionary<string, string> GoodParts() =>
        Workbooks.PartsOf(
            (
                "Sheet1",
                [
                    ["date", "customer", "amount"],
                    ["2024-01-05", "A", 10.0],
                ]
            )
        );

    private static byte[] ManyParts()
    {
        var parts = GoodParts();
        for (var i = 0; i < 6_000; i++)
            parts[$"xl/media/{i}.txt"] = "";
        return Workbooks.Zip(parts);
    }

    private static byte[] Nested(int depth)
    {
        var inner = Workbooks.Zip(new() { ["orders.csv"] = Csv });
        for (var i = 0; i < depth; i++)
        {
            using var outer = new MemoryStream();
            using (var zip = new ZipArchive(outer, ZipArchiveMode.Create, leaveOpen: true))
            {
                using var entry = zip.CreateEntry($"{i}.zip").Open();
                entry.Write(inner);
            }
            inner = outer.ToArray();
        }
        return inner;
    }

    // The list of contents stays, the packed sheet is overwritten.
    private static byte[] Spoilt(byte[] book)
    {
        for (var i = 60; i < book.Length / 2; i++)
            book[i] = (byte)(i * 7);
        return book;
    }

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(4).NextBytes(noise);
        return noise;
    }

    // Not repetitive, so that it is judged by its length and not by how well it packs.
    private static string Letters(int length)
    {
        var random = new Random(5);
        return string.Create(
            length,
            random,
            (letters, source) =>
            {
                for (var i = 0; i < letters.Length; i++)
                    letters[i] = (char)('a' + source.Next(26));
            }
        );
    }
}
