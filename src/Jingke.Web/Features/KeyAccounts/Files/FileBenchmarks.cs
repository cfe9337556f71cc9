using Jingke.Web.Ledger.Opportunities;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>Asks where an account stands among those most like it. They are the company's: only sums over them are told, to whoever sees the file.</summary>
internal sealed class FileBenchmarks(SeenOpportunities opportunities)
{
    /// <summary>Where it stands; null while that is being worked out, and for an account that the ledger does not know yet.</summary>
    /// <param name="accountId">An account that the viewer sees.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<PeerBenchmark?> RunAsync(long accountId, CancellationToken cancel) =>
        await opportunities.LikenessBrieflyAsync(cancel) is { } seen && seen.Find(accountId) is { } account
            ? PeerBenchmark.Of(seen.Findings, seen.View, account)
            : null;
}
