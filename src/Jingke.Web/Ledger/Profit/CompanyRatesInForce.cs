using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Ledger.Profit;

/// <summary>The company's rates as saved last; the defaults until someone saves others.</summary>
public sealed class CompanyRatesInForce(JingkeDbFactory factory)
{
    /// <summary>The rates and the row they come from; 0 for the defaults.</summary>
    public sealed record Answer(long Id, CompanyRates Rates);

    /// <summary>Reads them.</summary>
    public async Task<Answer> RunAsync(CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var saved = await db.ServiceRateSets.AsNoTracking().OrderByDescending(set => set.Id).FirstOrDefaultAsync(cancel);
        return saved is null ? new(0, CompanyRates.Default) : new(saved.Id, CompanyRates.Parse(saved.Rates));
    }
}
