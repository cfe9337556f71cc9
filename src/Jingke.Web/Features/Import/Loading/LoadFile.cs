using Jingke.Domain.Imports;
using Jingke.Web.Features.Import.Working;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>Loads a file of any kind.</summary>
internal sealed class LoadFile(SalesLoad sales)
{
    public Task<TouchedAccounts> RunAsync(ImportBatch batch, Lease lease, CancellationToken cancel) =>
        batch.Kind switch
        {
            ImportKind.Sales => sales.RunAsync(batch, lease, cancel),
            _ => throw new NotSupportedException(),
        };
}
