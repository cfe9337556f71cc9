using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Jingke.Benchmarks.Company;
using Jingke.Domain.Sales;
using Jingke.Web.Data;
using Jingke.Web.Data.Search;
using Jingke.Web.Ledger;
using Jingke.Web.Ledger.Evaluation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Jingke.Benchmarks.Product;

/// <summary>A SQLite database of the product that holds a generated company, people and an evaluation, as after its imports.</summary>
internal static class CompanyDatabase
{
    /// <summary>The database of a company; made at the first time.</summary>
    public static Task<string> OpenAsync(Workspace workspace, GeneratedCompany company) =>
        workspace.KeptAsync(
            $"{company.Lines}x{company.Accounts.Length}-{Version()}.jingke.db",
            async part =>
            {
                await using (var host = await Host.OpenAsync(part))
                {
                    await using var db = host.Db();
                    await db.Database.OpenConnectionAsync();
                    // Nothing is lost when this is cut short: the file is then made anew. Kept in memory, the indexes fill quickly.
                    await db.Database.ExecuteSqlRawAsync(
                        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -2097152;"
                    );
                    await FillAsync(host, db, company);
                    await db.Database.ExecuteSqlRawAsync("ANALYZE; PRAGMA cache_size = -65536; PRAGMA journal_mode = WAL;");
                    await EvaluateAsync(host);
                }

                await CloseLogAsync(part);
            }
        );

    /// <summary>Moves what the log holds into the file, so that the file alone is the database.</summary>
    public static async Task CloseLogAsync(string file)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Stands for the migrations this version has: a database of another version is not this one's measure.</summary>
    private static string Version()
    {
        var migrations = typeof(JingkeDbContext)
            .Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(' ', migrations))))[..8];
    }

    private static async Task FillAsync(Host host, JingkeDbContext db, GeneratedCompany company)
    {
        var staff = await CompanyStaff.HireAsync(host);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            CompanyRows.WriteAccounts(db, company, staff);
            await CompanyRows.WriteCatalogueAsync(db, company);
            CompanyRows.WriteService(db, company);
            CompanyRows.WriteLines(db, company.AllLines(), batch: 1);
            db.Add(new ChangedAccount { AccountId = ChangedAccount.Everyone });
            await db.SaveChangesAsync();
            await db.RaiseStampAsync(ChangeStamp.Receivables, CancellationToken.None);
            await db.RaiseStampAsync(ChangeStamp.Sales, CancellationToken.None);
            await transaction.CommitAsync();
        }

        await SearchIndex.RefreshAsync(db, null, CancellationToken.None);
    }

    private static async Task EvaluateAsync(Host host)
    {
        host.Get<LedgerStore>().Swap(await host.Get<LoadLedger>().RunAsync(null, _ => { }, CancellationToken.None));
        await host.Get<EvaluateAccounts>().RunAsync("import", CancellationToken.None);
    }
}
