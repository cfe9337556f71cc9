using Jingke.Web.Common;
using Jingke.Web.Common.Shell;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger;
using Jingke.Web.Ledger.Churn;
using Jingke.Web.Ledger.Findings;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Churn;

/// <summary>What every page about staying and going does first: wait for the ledger and find out what the viewer sees of it.</summary>
public abstract class ChurnPage : LoadedPage
{
    [Inject]
    private LedgerStore Store { get; set; } = null!;

    [Inject]
    private SeenChurn Churn { get; set; } = null!;

    [Inject]
    private OrganisationInForce Organisation { get; set; } = null!;

    [Inject]
    private protected CurrentUser User { get; set; } = null!;

    [Inject]
    private protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private protected IStringLocalizer<ChurnTexts> T { get; set; } = null!;

    /// <summary>What is seen; null while sales are being read.</summary>
    private protected Seen<ChurnFindings>? Seen { get; private set; }

    private protected PageAddress Address { get; private set; } = null!;

    /// <summary>The unit of amounts.</summary>
    private protected string Currency { get; private set; } = "";

    /// <summary>Works out what the page shows; sales are there.</summary>
    private protected abstract Task ShowAsync(Seen<ChurnFindings> seen);

    /// <inheritdoc/>
    protected sealed override async Task LoadAsync()
    {
        Address = PageAddress.Of(Navigation);
        Currency = Unit.Of(Organisation.Current.Currency);
        if (Store.Current is null)
            return;

        Seen = await Churn.RunAsync(Cancel);
        await ShowAsync(Seen);
    }
}
