using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data;

/// <summary>Tables and columns are named in singular snake case, so that hand-written SQL needs no quotes on PostgreSQL.</summary>
internal static class SnakeCaseNames
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            entity.SetTableName(TableOf(entity.ClrType));
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Of(property.Name));
            foreach (var key in entity.GetKeys())
                key.SetName($"pk_{entity.GetTableName()}");
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(
                    index.Name ?? $"ix_{entity.GetTableName()}_{string.Join('_', index.Properties.Select(p => Of(p.Name)))}"
                );
            foreach (var foreignKey in entity.GetForeignKeys())
                foreignKey.SetConstraintName(
                    $"fk_{entity.GetTableName()}_{string.Join('_', foreignKey.Properties.Select(p => Of(p.Name)))}"
                );
        }
    }

    // 'user' is a reserved word of SQL; quoting it everywhere would be forgotten somewhere.
    private static string TableOf(Type type) =>
        type == typeof(People.User) ? "app_user" : Of(type.Name.Split('`')[0].Replace("Identity", "", StringComparison.Ordinal));

    /// <summary>A name of C# as the database writes it: NetSales is net_sales.</summary>
    public static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var at = 0; at < name.Length; at++)
        {
            if (at > 0 && char.IsUpper(name[at]))
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[at]));
        }
        return snake.ToString();
    }
}
