using System.Globalization;
using Jingke.Domain.Accounts;
using Jingke.Domain.Pools;
using Jingke.Web.Common;
using Jingke.Web.Data.Access;

namespace Jingke.Web.Features.Pools;

/// <summary>What the address of a pool's page says.</summary>
internal static class PoolAddress
{
    /// <summary>How far one looks ahead when the address does not say.</summary>
    public const int StandardDays = 7;

    /// <summary>The pool that is asked for, else the first; null when there is none.</summary>
    public static Pool? Of(IReadOnlyList<Pool> pools, PageAddress address) =>
        pools.FirstOrDefault(pool => pool.Id.ToString(CultureInfo.InvariantCulture) == address.Get("pool"))
        ?? (pools.Count > 0 && string.IsNullOrEmpty(address.Get("pool")) ? pools[0] : null);

    /// <summary>The filter.</summary>
    public static PooledAccounts.Filter FilterOf(PageAddress address) =>
        new(
            Word(address, "q"),
            Word(address, "province"),
            Word(address, "industry"),
            Enum.TryParse<Tier>(Word(address, "tier"), out var tier) && Enum.IsDefined(tier) ? tier : null
        );

    /// <summary>Days to look ahead, 0 to 365.</summary>
    public static int DaysOf(PageAddress address) =>
        int.TryParse(address.Get("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? Math.Min(days, 365)
            : StandardDays;

    private static string? Word(PageAddress address, string name) =>
        address.Get(name) is { } text && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
