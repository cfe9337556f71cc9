using System.IO.Compression;
using Jingke.Domain;

namespace Jingke.Web.Tabular.Sheets;

/// <summary>Looks into an xlsx before the workbook library does: sizes as declared, sizes as they are, pieces of text.</summary>
internal static class WorkbookParts
{
    /// <summary>Refuses a bomb, a broken or cut off package, and a package that is no workbook.</summary>
    /// <returns>Whether the workbook counts days from 1904.</returns>
    public static bool Check(string path)
    {
        var name = Path.GetFileName(path);
        using var stream = SheetFile.OpenStream(path);
        using var zip = OpenZip(stream, name);
        if (zip.Entries.Count > SheetLimits.WorkbookParts)
            throw new RuleException("file.zip-bomb", name);
        if (zip.GetEntry("EncryptedPackage") is not null)
            throw new RuleException("file.encrypted", name);
        CheckIsWorkbook(zip, name);

        var (total, from1904) = (0L, false);
        foreach (var entry in zip.Entries)
        {
            if (entry.Length > 1 << 20 && entry.Length / Math.Max(1, entry.CompressedLength) > SheetLimits.PackingRatio)
                throw new RuleException("file.zip-bomb", name);
            total += entry.Length;
            if (total > SheetLimits.WorkbookBytes || entry.Length > SheetLimits.PartInMemoryBytes && !IsSheet(entry))
                throw new RuleException("file.zip-bomb", name);
            if (IsRead(entry))
                from1904 |= CheckContent(entry, name);
        }
        return from1904;
    }

    private static ZipArchive OpenZip(Stream stream, string name)
    {
        try
        {
            return new ZipArchive(stream, ZipArchiveMode.Read);
        }
        catch (InvalidDataException)
        {
            // The list of contents stands at the end of a zip: without it the file was cut off.
            throw new RuleException("file.truncated", name);
        }
    }

    private static void CheckIsWorkbook(ZipArchive zip, string name)
    {
        var (sheets, workbook) = (false, false);
        foreach (var entry in zip.Entries)
        {
            sheets |= IsSheet(entry);
            workbook |= entry.FullName is "xl/workbook.xml" or "xl\\workbook.xml";
        }
        if (zip.Entries.Any(entry => entry.FullName is "xl/workbook.bin"))
            throw new RuleException("file.is-xlsb", name);
        if (zip.Entries.Any(entry => entry.FullName is "word/document.xml" or "ppt/presentation.xml"))
            throw new RuleException("file.is-document", name);
        if (zip.Entries.Any(entry => entry.FullName is "content.xml"))
            throw new RuleException("file.is-ods", name);
        if (!workbook && !sheets)
            throw new RuleException("file.is-archive", name);
        if (!workbook || !sheets || zip.Entries.All(entry => entry.FullName.Replace('\\', '/') != "xl/_rels/workbook.xml.rels"))
            throw new RuleException("file.damaged", name);
    }

    private static bool IsSheet(ZipArchiveEntry entry) =>
        entry.FullName.Replace('\\', '/').StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)
        && entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsRead(ZipArchiveEntry entry) =>
        IsSheet(entry) || entry.FullName.Replace('\\', '/') is "xl/sharedStrings.xml" or "xl/styles.xml" or "xl/workbook.xml";

    // Unpacks once without keeping anything: a header may lie about the size, and one cell may be a gigabyte.
    private static bool CheckContent(ZipArchiveEntry entry, string name)
    {
        using var stream = entry.Open();
        var buffer = new byte[1 << 16];
        var (total, run, from1904) = (0L, 0L, false);
        while (stream.Read(buffer) is > 0 and var length)
        {
            total += length;
            if (total > entry.Length)
                throw new RuleException("file.damaged", name);
            var rest = buffer.AsSpan(0, length);
            if (entry.Length < 1 << 16 && entry.FullName.EndsWith("workbook.xml", StringComparison.Ordinal))
                from1904 |= rest.IndexOf("date1904=\"1\""u8) >= 0 || rest.IndexOf("date1904=\"true\""u8) >= 0;
            while (rest.Length > 0)
            {
                var next = rest.IndexOf((byte)'<');
                run += next < 0 ? rest.Length : next;
                if (run > SheetLimits.WorkbookTextBytes)
                    throw new RuleException("file.cell-too-long", name);
                if (next < 0)
                    break;
                run = 0;
                rest = rest[(next + 1)..];
            }
        }
        return total == entry.Length ? from1904 : throw new RuleException("file.truncated", name);
    }
}
