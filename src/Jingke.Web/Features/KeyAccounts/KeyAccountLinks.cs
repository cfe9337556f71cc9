using Jingke.Web.Common;
using Jingke.Web.Common.Periods;

namespace Jingke.Web.Features.KeyAccounts;

/// <summary>Addresses of the key-account page that keep the chosen period, so that a figure leads to the accounts of the same days.</summary>
internal sealed class KeyAccountLinks(PeriodChoice choice)
{
    /// <summary>Where the page is.</summary>
    public const string Page = "/key-accounts";

    /// <summary>The accounts behind a figure: the list below the figures, filtered.</summary>
    public string To(string name, string? value)
    {
        var address = PageAddress.Parse(Page);
        foreach (var (key, chosen) in choice.Query)
            address = address.With(key, chosen);
        return address.With(name, value) + "#list";
    }

    /// <summary>The accounts of a tier.</summary>
    public string Tier(Domain.Accounts.Tier tier) => To("tier", WordOf(tier));

    /// <summary>The first so many accounts by net sales.</summary>
    public string Top(int accounts) => To("top", Format.Count(accounts).Replace(",", ""));

    /// <summary>A tier as it stands in an address.</summary>
    public static string WordOf(Domain.Accounts.Tier tier) => tier.ToString().ToLowerInvariant();
}
