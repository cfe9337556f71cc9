using Jingke.BrowserTests.Browsing;
using Xunit;

[assembly: AssemblyFixture(typeof(BrowserRun))]
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace Jingke.BrowserTests.Browsing;

/// <summary>Ends the browser with the run.</summary>
public sealed class BrowserRun : IAsyncDisposable
{
    public ValueTask DisposeAsync() => new(Chromium.StopAsync());
}
