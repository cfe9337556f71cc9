using Jingke.Web.Features.Import.Loading;
using Jingke.Web.Tabular.Accounts;

namespace Jingke.Web.Features.Import.Accounts;

/// <summary>Some thousand rows of a file of accounts.</summary>
/// <param name="Records">Accepted rows.</param>
/// <param name="Rejected">Rejected rows.</param>
/// <param name="RowsDone">Rows of the file up to the end of the chunk.</param>
internal sealed record AccountChunk(List<AccountRecord> Records, List<RejectedLine> Rejected, long RowsDone)
{
    /// <summary>Cuts a file into chunks, the same ones in every run.</summary>
    public static IEnumerable<AccountChunk> Of(AccountReader reader)
    {
        for (var more = true; more; )
        {
            var (records, rejected) = (new List<AccountRecord>(), new List<RejectedLine>());
            for (var row = 0; row < AccountsLoad.ChunkRows && (more = reader.Read()); row++)
                if (reader.Problem is { } problem)
                    rejected.Add(new(reader.RowsRead, reader.Sheet, reader.RowNumber, problem, reader.Cells()));
                else
                    records.Add(reader.Record);
            if (records.Count + rejected.Count > 0)
                yield return new(records, rejected, reader.RowsRead);
        }
    }
}
