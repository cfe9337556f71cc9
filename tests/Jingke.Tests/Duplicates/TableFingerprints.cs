using System.Globalization;
using System.Text;
using Jingke.Domain.Accounts;
using Jingke.Domain.Audit;
using Jingke.Domain.Duplicates;
using Jingke.Domain.Sales;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Tests.Duplicates;

/// <summary>All rows of all tables as text, but for what tells of changes and so changes with each.</summary>
internal static class TableFingerprints
{
    private static readonly Type[] Trails =
    [
        typeof(AuditEntry),
        typeof(ChangeStamp),
        typeof(ChangedAccount),
        typeof(AccountMerging),
        typeof(MergedRow),
    ];

    /// <summary>The rows of each table, sorted.</summary>
    public static async Task<Dictionary<string, string>> OfAsync(JingkeDbContext db)
    {
        var tables = new Dictionary<string, string>();
        await db.Database.OpenConnectionAsync();
        foreach (var type in db.Model.GetEntityTypes().Where(type => !Trails.Contains(type.ClrType)))
        {
            var columns = type.GetProperties()
                .Where(property =>
                    !(type.ClrType == typeof(Account) && property.Name is nameof(Account.Version) or nameof(Account.UpdatedAt))
                )
                .Select(property => $"\"{property.GetColumnName()}\"");
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", columns)} FROM \"{type.GetTableName()}\"";
            await using var rows = await command.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await rows.ReadAsync())
            {
                var line = new StringBuilder();
                for (var at = 0; at < rows.FieldCount; at++)
                    line.Append(CultureInfo.InvariantCulture, $"{rows.GetName(at)}={rows.GetValue(at)}|");
                lines.Add(line.ToString());
            }
            lines.Sort(StringComparer.Ordinal);
            tables[type.GetTableName()!] = string.Join('\n', lines);
        }
        return tables;
    }
}
