using Jingke.Tests.Support;
using Jingke.Web.Data;
using Jingke.Web.Features.SampleData;
using Jingke.Web.Ledger;
using Jingke.Web.Ledger.Evaluation;
using Microsoft.Extensions.DependencyInjection;

namespace Jingke.BrowserTests.Browsing;

/// <summary>The product's own sample company, loaded and judged, for journeys that need something to look at.</summary>
internal static class SampleCompany
{
    public static async Task LoadAsync(JingkeApp app)
    {
        using var services = app.Services.CreateScope();
        await services.ServiceProvider.GetRequiredService<LoadSampleData>().RunAsync((_, _) => { }, CancellationToken.None);
        await services.ServiceProvider.GetRequiredService<ChangeWatch>().CheckAsync(CancellationToken.None);
        var store = app.Services.GetRequiredService<LedgerStore>();
        await Eventually.TrueAsync(() => store.Current?.Ledger.LineCount > 0, "the sample company in the ledger");
        await app.Services.GetRequiredService<EvaluateAccounts>().RunAsync("person", CancellationToken.None);
    }
}
