using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Jingke.Tests.Support;

/// <summary>The databases that every data test runs on.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>Runs a theory once on each database; its first parameter is the <see cref="Database"/>.</summary>
public sealed class EachDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([
            new TheoryDataRow<Database>(Database.Sqlite),
            new TheoryDataRow<Database>(Database.Postgres),
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
