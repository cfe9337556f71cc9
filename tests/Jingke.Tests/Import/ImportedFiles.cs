using System.Data;
using System.Globalization;
using System.Text;
using Jingke.Domain.Imports;
using Jingke.Tests.Support;
using Jingke.Web.Data;
using Jingke.Web.Data.Importing;
using Jingke.Web.Features.Import.Undoing;
using Jingke.Web.Tabular.Columns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jingke.Tests.Import;

/// <summary>Brings files into a running product and looks at what is in its tables.</summary>
internal static class ImportedFiles
{
    /// <summary>Imports a text and waits until the import has ended.</summary>
    public static async Task<ImportBatch> ImportAsync(
        this JingkeApp app,
        string text,
        string name = "orders.csv",
        ImportKind? kind = null,
        Mapping? mapping = null
    ) => await app.EndOfAsync((await app.BringAsync(Encoding.UTF8.GetBytes(text), name, kind, mapping)).Id);

    /// <summary>Brings a file and starts it.</summary>
    public static async Task<ImportBatch> BringAsync(
        this JingkeApp app,
        byte[] content,
        string name = "orders.csv",
        ImportKind? kind = null,
        Mapping? mapping = null
    ) =>
        await app
            .Services.GetRequiredService<BringFile>()
            .RunAsync(new MemoryStream(content), new(name, kind, mapping, Start: true), CancellationToken.None);

    /// <summary>Takes an import back and waits until that has ended.</summary>
    public static async Task<ImportBatch> UndoAsync(this JingkeApp app, ImportBatch batch)
    {
        await app.WithDbAsync(db => new AskUndo(db).RunAsync(batch.Id, CancellationToken.None));
        return await app.EndOfAsync(batch.Id);
    }

    /// <summary>Waits until nothing is under way with a batch.</summary>
    public static async Task<ImportBatch> EndOfAsync(this JingkeApp app, long id)
    {
        ImportBatch? batch = null;
        await Eventually.TrueAsync(
            async () =>
            {
                batch = await app.WithDbAsync(db => db.ImportBatches.AsNoTracking().SingleAsync(one => one.Id == id));
                return !batch.IsUnderWay;
            },
            $"the end of import {id}"
        );
        return batch!;
    }

    /// <summary>
    /// Everything that imports write, row by row, in an order of its own. Left out are versions, which only ever rise, and what the
    /// evaluation and vetting write into accounts.
    /// </summary>
    public static Task<string> DumpAsync(this JingkeApp app) => app.WithDbAsync(DumpAsync);

    /// <inheritdoc cref="DumpAsync(JingkeApp)"/>
    public static async Task<string> DumpAsync(JingkeDbContext db)
    {
        const string derived =
            "version completeness accuracy freshness tier tier_since value_score sales_rank net_sales year_on_year last_order_on";
        string[] tables =
        [
            "account ORDER BY id",
            "contact ORDER BY id",
            "product_category ORDER BY id",
            "product ORDER BY id",
            "place ORDER BY id",
            "sales_line ORDER BY account_id, id",
            "unattributed_line ORDER BY id",
            "replaced_line ORDER BY replaced_by_batch_id, id",
            "imported_change ORDER BY batch_id, subject, subject_id",
        ];
        await db.Database.OpenConnectionAsync();
        var dump = new StringBuilder();
        foreach (var table in tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT * FROM " + table;
            await using var rows = await command.ExecuteReaderAsync();
            dump.AppendLine(CultureInfo.InvariantCulture, $"== {table}");
            while (await rows.ReadAsync())
                dump.AppendJoin(
                        '|',
                        Enumerable
                            .Range(0, rows.FieldCount)
                            .Where(column => !derived.Split(' ').Contains(rows.GetName(column)))
                            .Select(column => Convert.ToString(rows.GetValue(column), CultureInfo.InvariantCulture))
                    )
                    .AppendLine();
        }
        return dump.ToString();
    }
}
