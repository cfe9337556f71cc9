using Jingke.Web.Features.Import.Facts;
using Jingke.Web.Features.Import.Loading;
using Jingke.Web.Tabular.Accounts;

namespace Jingke.Web.Features.Import.Accounts;

/// <summary>Some thousand rows of a file of accounts.</summary>
/// <param name="Records">Accepted rows.</param>
/// <param name="Rejected">Rejected rows.</param>
/// <param name="Origins">Where each accepted row comes from, so that it can still be given back.</param>
/// <param name="RowsDone">Rows of the file up to the end of the chunk.</param>
internal sealed record AccountChunk(
    List<AccountRecord> Records,
    List<RejectedLine> Rejected,
    List<AccountChunk.Origin> Origins,
    long RowsDone
)
{
    /// <summary>A row of the file, as a rejected one is written down.</summary>
    /// <param name="Position">The how-manieth row of the file.</param>
    /// <param name="Sheet">Name of the sheet.</param>
    /// <param name="Row">Number as a person sees it.</param>
    /// <param name="Cells">The row's cells.</param>
    /// <param name="Facts">What it says about fields of the catalogue.</param>
    internal sealed record Origin(long Position, string Sheet, long Row, string[] Cells, IReadOnlyList<RowFact> Facts);

    /// <summary>Cuts a file into chunks, the same ones in every run.</summary>
    public static IEnumerable<AccountChunk> Of(AccountReader reader, FactColumns columns)
    {
        for (var more = true; more; )
        {
            var (records, rejected, origins) = (new List<AccountRecord>(), new List<RejectedLine>(), new List<Origin>());
            for (var row = 0; row < AccountsLoad.ChunkRows && (more = reader.Read()); row++)
                if (reader.Problem is { } problem)
                    rejected.Add(new(reader.RowsRead, reader.Sheet, reader.RowNumber, problem, reader.Cells()));
                else if (columns.Read(reader.Record, out var wrong) is { } facts)
                {
                    records.Add(reader.Record);
                    origins.Add(new(reader.RowsRead, reader.Sheet, reader.RowNumber, reader.Cells(), facts));
                }
                else
                {
                    reader.Refuse(wrong!);
                    rejected.Add(new(reader.RowsRead, reader.Sheet, reader.RowNumber, wrong!, reader.Cells()));
                }
            if (records.Count + rejected.Count > 0)
                yield return new(records, rejected, origins, reader.RowsRead);
        }
    }
}
