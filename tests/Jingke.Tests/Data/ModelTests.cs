using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Data;

public sealed class ModelTests
{
    private static readonly HashSet<Type> Portable =
    [
        typeof(string),
        typeof(long),
        typeof(int),
        typeof(bool),
        typeof(double),
        typeof(Guid),
        typeof(DateOnly),
        typeof(DateTime),
    ];

    [Theory, EachDatabase]
    public async Task The_migrations_make_the_model(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);

        var pending = await app.WithDbAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()));

        Assert.False(pending, "Run `dotnet run --project tools/Jingke.Migrations -- NameOfChange`.");
    }

    [Theory, EachDatabase]
    public async Task Columns_have_types_that_both_databases_treat_alike(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);

        var odd = await app.WithDbAsync(db =>
            Task.FromResult(
                db.Model.GetEntityTypes()
                    .SelectMany(entity => entity.GetProperties())
                    .Where(property => !IsPortable(property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType))
                    .Select(property => $"{property.DeclaringType.ClrType.Name}.{property.Name}: {property.ClrType.Name}")
                    .ToList()
            )
        );

        Assert.Empty(odd);
    }

    private static bool IsPortable(Type type) => Portable.Contains(Nullable.GetUnderlyingType(type) ?? type);
}
