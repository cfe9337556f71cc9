using Jingke.Web.Data;
using Jingke.Web.Ledger;

namespace Jingke.Web.Features.Accounts.List.Index;

/// <summary>Has the index read the accounts at start, and again whenever they change.</summary>
internal sealed class AccountIndexUpkeep(AccountIndex index, LedgerStore ledger, ChangeWatch watch) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        watch.On(
            AccountVersion.Stamps,
            async cancel =>
            {
                // At start the ledger goes first: without it there are no analyses at all, without the index lists are only slower.
                await ledger.WaitAsync(cancel);
                await index.ReloadAsync(cancel);
            }
        );
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
