using Jingke.Web.Common;
using Jingke.Web.Common.Shell;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.AspNetCore.Components;

namespace Jingke.Web.Ledger;

/// <summary>What every page of findings does first: wait until sales are read.</summary>
public abstract class LedgerPage : LoadedPage
{
    [Inject]
    private LedgerStore Store { get; set; } = null!;

    [Inject]
    private OrganisationInForce Organisation { get; set; } = null!;

    [Inject]
    private protected CurrentUser User { get; set; } = null!;

    [Inject]
    private protected NavigationManager Navigation { get; set; } = null!;

    private protected PageAddress Address { get; private set; } = null!;

    /// <summary>The unit of amounts.</summary>
    private protected string Currency { get; private set; } = "";

    /// <summary>Works out what the page shows; sales are there.</summary>
    private protected abstract Task ShowAsync();

    /// <inheritdoc/>
    protected sealed override async Task LoadAsync()
    {
        Address = PageAddress.Of(Navigation);
        Currency = Unit.Of(Organisation.Current.Currency);
        if (Store.Current is not null)
            await ShowAsync();
    }
}
