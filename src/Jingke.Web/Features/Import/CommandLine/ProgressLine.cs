using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.CommandLine;

/// <summary>Tells on standard error how far an import is: on one line that is written over at a terminal, else a line now and then.</summary>
internal sealed class ProgressLine : IAsyncDisposable
{
    private readonly JingkeDbFactory factory;
    private readonly long batch;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource ended = new();
    private readonly Task telling;

    public ProgressLine(JingkeDbFactory factory, long batch, TimeProvider time)
    {
        (this.factory, this.batch, this.time) = (factory, batch, time);
        telling = TellAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await telling;
        ended.Dispose();
    }

    private async Task TellAsync()
    {
        var terminal = !Console.IsErrorRedirected;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(terminal ? 1 : 10), time);
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token))
            {
                await using var db = factory.CreateForSystem();
                var read = await db.ImportBatches.Where(one => one.Id == batch).Select(one => one.Read).SingleAsync(ended.Token);
                var text = ImportTexts.Get("report.progress", read);
                await Console.Error.WriteAsync(terminal ? $"\r{text} " : text + Environment.NewLine);
            }
        }
        catch (OperationCanceledException)
        {
            if (terminal)
                await Console.Error.WriteAsync("\r\u001b[K");
        }
    }
}
