using Jingke.Web.Tabular.Sales;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>
/// Some ten thousand rows of a sales file on their way to the database, with everything that was named for the first time in them.
/// Handed from the thread that reads to the one that writes; nobody changes it afterwards.
/// </summary>
internal sealed class SalesChunk
{
    /// <summary>Rows of a chunk. Boundaries are the same in every run, so a run that was killed ends like one that was not.</summary>
    public const int Rows = 50_000;

    /// <summary>Accepted rows.</summary>
    public List<SalesRecord> Records { get; } = [];

    /// <summary>Order number and line number of each accepted row.</summary>
    public List<(string OrderNo, string LineNo)> Numbers { get; } = [];

    /// <summary>Rejected rows.</summary>
    public List<RejectedLine> Rejected { get; } = [];

    /// <summary>Accounts named since the chunk before, in the order of the catalogue.</summary>
    public required IReadOnlyList<NamedAccount> Accounts { get; init; }

    /// <summary>Products named since the chunk before.</summary>
    public required IReadOnlyList<NamedProduct> Products { get; init; }

    /// <summary>Places named since the chunk before.</summary>
    public required IReadOnlyList<NamedPlace> Places { get; init; }

    /// <summary>Salespeople named since the chunk before.</summary>
    public required IReadOnlyList<string> Salespeople { get; init; }

    /// <summary>Rows of the file up to the end of the chunk.</summary>
    public required long RowsDone { get; init; }
}
