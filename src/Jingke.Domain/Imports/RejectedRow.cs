namespace Jingke.Domain.Imports;

/// <summary>A row that could not be taken, kept so that it can be given back with its reason.</summary>
public sealed class RejectedRow
{
    /// <summary>The import.</summary>
    public long BatchId { get; init; }

    /// <summary>The how-manieth row of the file it is, over all sheets, from 1.</summary>
    public long Position { get; init; }

    /// <summary>Name of the sheet; empty for a text file.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>Number of the row as a person sees it in the file.</summary>
    public long Row { get; init; }

    /// <summary>Code of the reason.</summary>
    public string Code { get; init; } = "";

    /// <summary>Arguments of the reason as a JSON array.</summary>
    public string Args { get; init; } = "";

    /// <summary>The row's cells as a JSON array of text.</summary>
    public string Cells { get; init; } = "";
}
