using System.Diagnostics;
using Xunit;

namespace Jingke.Tests.Support;

/// <summary>Waits for what happens by itself a little later.</summary>
public static class Eventually
{
    /// <summary>Asks again until the answer is yes; fails after half a minute, unless more is granted: long even on a busy machine.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition, string what, TimeSpan? atMost = null)
    {
        var limit = atMost ?? TimeSpan.FromSeconds(30);
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(waited.Elapsed < limit, $"Waited {limit.TotalSeconds} seconds in vain: {what}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <inheritdoc cref="TrueAsync(Func{Task{bool}}, string, TimeSpan?)"/>
    public static Task TrueAsync(Func<bool> condition, string what, TimeSpan? atMost = null) =>
        TrueAsync(() => Task.FromResult(condition()), what, atMost);
}
