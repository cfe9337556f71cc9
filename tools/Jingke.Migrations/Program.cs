// Writes a migration of the current model for both databases at once:
//   dotnet run --project tools/Jingke.Migrations -- AddVisits
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

if (args is not [var name])
{
    Console.Error.WriteLine("Give the migration a name, e.g. AddVisits.");
    return 2;
}

var root = new DirectoryInfo(AppContext.BaseDirectory);
while (root is not null && !File.Exists(Path.Combine(root.FullName, "Jingke.slnx")))
    root = root.Parent;
var project = Path.Combine(root!.FullName, "src", "Jingke.Web");

var sqlite = new SqliteJingkeDbContext(new DbContextOptionsBuilder<SqliteJingkeDbContext>().UseSqlite("Data Source=:memory:").Options);
#pragma warning disable EF1001 // Design-time services are internal API by name; there is no other way in.
Write(sqlite, "Sqlite", new Microsoft.EntityFrameworkCore.Sqlite.Design.Internal.SqliteDesignTimeServices());
var postgres = new PostgresJingkeDbContext(new DbContextOptionsBuilder<PostgresJingkeDbContext>().UseNpgsql("Host=unused").Options);
Write(postgres, "Postgres", new Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal.NpgsqlDesignTimeServices());
#pragma warning restore EF1001
return 0;

void Write(JingkeDbContext db, string folder, IDesignTimeServices provider)
{
    var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(db);
    provider.ConfigureDesignTimeServices(services);
    using var scope = services.BuildServiceProvider().CreateScope();
    var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
    var migration = scaffolder.ScaffoldMigration(name, "Jingke.Web", $"Data.Migrations.{folder}");
    var files = scaffolder.Save(project, migration, Path.Combine(project, "Data", "Migrations", folder), dryRun: false);
    Console.WriteLine(files.MigrationFile);
}
