using System.Text.Encodings.Web;
using System.Text.Json;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>Writes rejected rows down, with all their cells, in the transaction of their chunk.</summary>
internal static class RejectedRows
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(JingkeDbContext db, long batch, IReadOnlyList<RejectedLine> lines)
    {
        if (lines.Count == 0)
            return;
        using var rows = BulkWriter.Open(db, "rejected_row", "batch_id", "position", "sheet", "row", "code", "args", "cells");
        foreach (var line in lines)
        {
            rows.Long(batch);
            rows.Long(line.Position);
            rows.Text(line.Sheet);
            rows.Long(line.Row);
            rows.Text(line.Problem.Code);
            rows.Text(JsonSerializer.Serialize(line.Problem.Args, Json));
            rows.Text(JsonSerializer.Serialize(line.Cells, Json));
            rows.EndRow();
        }
        rows.Complete();
    }
}
