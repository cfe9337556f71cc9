namespace Jingke.Web.Tabular.Sheets;

/// <summary>What no honest file exceeds; beyond it a file is refused or a row rejected instead of filling the memory.</summary>
internal static class SheetLimits
{
    /// <summary>Columns of a table; an ERP export has some hundreds at most.</summary>
    public const int Columns = 2_000;

    /// <summary>Bytes of one record of a text file.</summary>
    public const int RecordBytes = 1 << 20;

    /// <summary>Characters of one cell; Excel itself allows 32,767.</summary>
    public const int CellChars = 32_767;

    /// <summary>Bytes of one piece of text inside a workbook, before it is split into cells.</summary>
    public const int WorkbookTextBytes = 1 << 20;

    /// <summary>Unpacked bytes of all parts of a workbook.</summary>
    public const long WorkbookBytes = 6L << 30;

    /// <summary>Unpacked bytes of a part that has to be held in memory: shared strings, styles.</summary>
    public const long PartInMemoryBytes = 160L << 20;

    /// <summary>How often a part may be larger unpacked than packed; repetitive sheets reach about 100.</summary>
    public const int PackingRatio = 200;

    /// <summary>Unpacked bytes of a .gz file.</summary>
    public const long GzipBytes = 16L << 30;

    /// <summary>Parts of a workbook.</summary>
    public const int WorkbookParts = 5_000;

    /// <summary>Places at which a text file may be taken up again after a broken quotation.</summary>
    public const int Restarts = 50;
}
