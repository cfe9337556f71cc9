using System.Reflection;
using Jingke.Domain.Accounts;
using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jingke.Tests.Duplicates;

/// <summary>
/// Puts rows into whatever table names an account, as the model says: a table that is added later gets some, too. Values are random.
/// </summary>
internal sealed class PlantedRows(JingkeDbContext db, Random random)
{
    /// <summary>Adds a row of a type that belongs to an account.</summary>
    /// <param name="type">The type.</param>
    /// <param name="column">The property that names the account.</param>
    /// <param name="account">The account.</param>
    /// <param name="like">A row whose key, but for the account, is taken over; null for a new one.</param>
    public async Task<object> AddAsync(IEntityType type, string column, long account, object? like = null)
    {
        var made = Activator.CreateInstance(
            type.ClrType,
            BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public,
            null,
            null,
            null
        )!;
        var entry = db.Entry(made);
        foreach (var property in type.GetProperties())
        {
            if (property.Name == column)
                entry.Property(property.Name).CurrentValue = account;
            else if (like is not null && property.IsPrimaryKey())
                entry.Property(property.Name).CurrentValue = db.Entry(like).Property(property.Name).CurrentValue;
            else if (property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd && property.ClrType == typeof(long))
                continue;
            else
                entry.Property(property.Name).CurrentValue = await ValueAsync(property, account);
        }
        db.Add(made);
        await db.SaveChangesAsync();
        return made;
    }

    private async Task<object?> ValueAsync(IProperty property, long account)
    {
        if (property.GetContainingForeignKeys().FirstOrDefault() is { } key)
            return property.IsNullable ? null : await PrincipalAsync(key.PrincipalEntityType, IsTelling(property), account);
        if (property.IsConcurrencyToken && property.ClrType == typeof(int))
            return 0;
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        // What is in the recycle bin is out of sight; that is not what is planted here.
        if (
            property.Name is "DeletedAt" or "DeletedById"
            || property.IsNullable && type != typeof(bool) && (type == typeof(DateTimeOffset) || random.Next(3) == 0)
        )
            return null;
        return type switch
        {
            // A worker would go on with an import in any other state.
            _ when type == typeof(ImportState) => ImportState.Done,
            _ when type.IsEnum => Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length)),
            _ when type == typeof(string) => Text(property.GetMaxLength() ?? 40),
            _ when type == typeof(bool) => random.Next(2) == 0,
            _ when type == typeof(int) => random.Next(1, 1000),
            _ when type == typeof(long) => random.NextInt64(1, 1_000_000_000_000),
            _ when type == typeof(double) => Math.Round(random.NextDouble(), 3),
            _ when type == typeof(Guid) => new Guid(random.GetItems(Enumerable.Range(0, 256).Select(each => (byte)each).ToArray(), 16)),
            _ when type == typeof(DateOnly) => new DateOnly(2025, 1, 1).AddDays(random.Next(500)),
            _ when type == typeof(DateTime) => new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(500_000)),
            _ => throw new NotSupportedException($"{property.DeclaringType.Name}.{property.Name} is a {type.Name}."),
        };
    }

    // Two rows with the same one would be the same row.
    private static bool IsTelling(IProperty property) =>
        property.IsPrimaryKey() || property.GetContainingIndexes().Any(index => index.IsUnique);

    private async Task<object> PrincipalAsync(IEntityType type, bool anew, long account)
    {
        if (type.ClrType == typeof(Account))
            throw new NotSupportedException("A second account is needed.");
        var set =
            (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type.ClrType).Invoke(db, null)!;
        // A row of its own where two rows with the same one would be the same row.
        var principal =
            (anew ? null : await set.IgnoreQueryFilters().OrderBy(each => 1).FirstOrDefaultAsync())
            ?? await AddAsync(type, type.FindProperty("AccountId") is null ? "" : "AccountId", account);
        return db.Entry(principal).Property(type.FindPrimaryKey()!.Properties[0].Name).CurrentValue!;
    }

    private string Text(int longest)
    {
        const string letters = "甲乙丙丁戊己庚辛壬癸abcdefgh12345678";
        return new([.. random.GetItems(letters.ToCharArray(), Math.Min(longest, 12))]);
    }
}
