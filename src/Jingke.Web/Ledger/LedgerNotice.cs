using Jingke.Web.Data.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jingke.Web.Ledger;

/// <summary>The fragment that pages ask for while the ledger loads.</summary>
internal static class LedgerNotice
{
    public static void MapLedger(this IEndpointRouteBuilder routes) =>
        routes.MapGet(LedgerLoading.Address, () => new RazorComponentResult<LedgerLoading>()).RequireAuthorization(Policies.Analyse);
}
