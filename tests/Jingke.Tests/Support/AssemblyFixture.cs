using Jingke.Tests.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(WholeRun))]

namespace Jingke.Tests.Support;

/// <summary>Ends what the whole run shares.</summary>
public sealed class WholeRun : IAsyncDisposable
{
    public ValueTask DisposeAsync() => PostgresServer.StopAsync();
}
