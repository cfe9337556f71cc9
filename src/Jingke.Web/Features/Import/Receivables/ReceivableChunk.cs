using Jingke.Web.Features.Import.Loading;
using Jingke.Web.Tabular.Receivables;

namespace Jingke.Web.Features.Import.Receivables;

/// <summary>Some thousand rows of a file of receivables.</summary>
/// <param name="Rows">Rows that can be read, each with where it comes from, so that it can still be given back.</param>
/// <param name="Rejected">Rows that cannot.</param>
/// <param name="RowsDone">Rows of the file up to the end of the chunk.</param>
internal sealed record ReceivableChunk(List<ReceivableChunk.Row> Rows, List<RejectedLine> Rejected, long RowsDone)
{
    private const int Most = 5_000;

    /// <summary>A row.</summary>
    /// <param name="Record">What it says.</param>
    /// <param name="Position">The how-manieth row of the file.</param>
    /// <param name="Sheet">Name of the sheet.</param>
    /// <param name="Cells">The row's cells.</param>
    internal sealed record Row(ReceivableRecord Record, long Position, string Sheet, string[] Cells);

    /// <summary>Cuts a file into chunks, the same ones in every run.</summary>
    public static IEnumerable<ReceivableChunk> Of(ReceivableReader reader)
    {
        for (var more = true; more; )
        {
            var (rows, rejected) = (new List<Row>(), new List<RejectedLine>());
            for (var row = 0; row < Most && (more = reader.Read()); row++)
                if (reader.Record is { } record)
                    rows.Add(new(record, reader.RowsRead, reader.Sheet, reader.Cells()));
                else
                    rejected.Add(new(reader.RowsRead, reader.Sheet, reader.RowNumber, reader.Problem!, reader.Cells()));
            if (rows.Count + rejected.Count > 0)
                yield return new(rows, rejected, reader.RowsRead);
        }
    }
}
