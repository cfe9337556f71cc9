using Jingke.Analytics.Ledger;
using Jingke.Domain;

namespace Jingke.Web.Features.Analysis.Performance;

/// <summary>Which pairs of account and product are listed.</summary>
/// <param name="Account">Id of the only account; null = all.</param>
/// <param name="Product">Id of the only product; 0 for lines without one; null = all.</param>
/// <param name="AccountText">Part of a name or code of accounts; null or empty = all.</param>
/// <param name="ProductText">The same for products.</param>
/// <param name="Year">A calendar year instead of the period.</param>
/// <param name="EachYear">Every calendar year, newest first; only for one account or one product.</param>
internal sealed record PairFilter(
    long? Account = null,
    long? Product = null,
    string? AccountText = null,
    string? ProductText = null,
    int? Year = null,
    bool EachYear = false
)
{
    /// <summary>Index of the only account; null for all.</summary>
    /// <exception cref="NotFoundException">The viewer does not see it.</exception>
    public int? AccountOf(LedgerView view)
    {
        if (Account is not { } wanted)
            return null;

        var account = view.Ledger.Accounts.IndexOf(wanted);
        return account >= 0 && view.Accounts?.Contains(account) != false
            ? account
            : throw new NotFoundException(nameof(Domain.Accounts.Account), wanted);
    }

    /// <summary>Index of the only product; null for all.</summary>
    /// <exception cref="NotFoundException">There is no such product.</exception>
    public int? ProductOf(LedgerView view)
    {
        if (Product is not { } wanted)
            return null;

        var product = Array.IndexOf(view.Ledger.Products.Ids, wanted);
        return product >= 0 ? product : throw new NotFoundException("Product", wanted);
    }

    /// <summary>The accounts it keeps; null for all.</summary>
    /// <param name="view">The ledger.</param>
    /// <param name="account">Index of the only one.</param>
    public AccountSet? AccountsOf(LedgerView view, int? account)
    {
        var accounts = view.Ledger.Accounts;
        if (account is { } one)
            return AccountSet.Where(accounts.Count, each => each == one);

        var text = AccountText?.Trim();
        return string.IsNullOrEmpty(text)
            ? null
            : AccountSet.Where(accounts.Count, each => Has(accounts.Names[each], text) || Has(accounts.Codes[each], text));
    }

    /// <summary>Tells of each product whether it is kept; null for all.</summary>
    /// <param name="products">The products.</param>
    /// <param name="product">Index of the only one.</param>
    public Func<int, bool>? ProductsOf(ProductDirectory products, int? product)
    {
        if (product is { } one)
            return each => each == one;

        var text = ProductText?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;

        var wanted = new bool[products.Count];
        for (var each = 0; each < wanted.Length; each++)
            wanted[each] = Has(products.Names[each], text) || Has(products.Codes[each], text);
        return each => wanted[each];
    }

    private static bool Has(string whole, string part) => whole.Contains(part, StringComparison.OrdinalIgnoreCase);
}
