using Jingke.Domain.Imports;
using Jingke.Web.Features.Import.Accounts;
using Jingke.Web.Features.Import.Receivables;
using Jingke.Web.Features.Import.Working;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>Loads a file of any kind.</summary>
internal sealed class LoadFile(SalesLoad sales, AccountsLoad accounts, ReceivablesLoad receivables)
{
    /// <summary>Loads what is not loaded yet.</summary>
    /// <returns>Whose sales lines changed.</returns>
    public async Task<TouchedAccounts> RunAsync(ImportBatch batch, Lease lease, CancellationToken cancel)
    {
        if (batch.Kind == ImportKind.Sales)
            return await sales.RunAsync(batch, lease, cancel);
        if (batch.Kind == ImportKind.Receivables)
            await receivables.RunAsync(batch, lease, cancel);
        else
            await accounts.RunAsync(batch, lease, cancel);
        return new([]);
    }
}
