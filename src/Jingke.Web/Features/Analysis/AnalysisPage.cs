using Jingke.Web.Common;
using Jingke.Web.Common.Periods;
using Jingke.Web.Ledger;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Analysis;

/// <summary>What can be shown.</summary>
public enum AnalysisState
{
    /// <summary>The figures are being worked out; a first rendering that nobody sees.</summary>
    Pending,

    /// <summary>Sales are being read.</summary>
    Loading,

    /// <summary>There is no sales line, or none that the viewer may see.</summary>
    Empty,

    /// <summary>The figures are there.</summary>
    Ready,
}

/// <summary>
/// What every analysis page does first: wait for the ledger, read the period from the address, and find out whether there is anything to
/// show. The page itself only loads and shows its figures.
/// </summary>
public abstract class AnalysisPage : ComponentBase
{
    [Inject]
    private LedgerStore Store { get; set; } = null!;

    [Inject]
    private ChosenPeriod Chosen { get; set; } = null!;

    [Inject]
    private AnalysisScope Scope { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private protected IStringLocalizer<AnalysisTexts> T { get; set; } = null!;

    [CascadingParameter]
    private protected HttpContext Http { get; set; } = null!;

    private protected AnalysisState State { get; private set; }

    private protected PeriodChoice Choice { get; private set; } = null!;

    private protected PageAddress Address { get; private set; } = null!;

    private protected AnalysisLinks Links { get; private set; } = null!;

    /// <summary>Works out what the page shows; the period is known.</summary>
    private protected abstract Task LoadAsync();

    private protected Sort SortOf(string standard, string[] allowed) => Sort.Parse(Address.Get("sort"), standard, allowed);

    /// <inheritdoc/>
    protected sealed override async Task OnInitializedAsync()
    {
        Address = PageAddress.Of(Navigation);
        if (Store.Current is null)
        {
            State = AnalysisState.Loading;
            return;
        }

        Choice = Chosen.Of(PeriodQuery.Of(Address));
        Links = new AnalysisLinks(Choice);
        var view = Scope.ViewOf(Choice.Question);
        // Unattributed lines alone are something to show to those who see them.
        var nothing = view.Ledger.LineCount == 0 && (!Scope.SeesAll || view.Ledger.Unattributed.Total().Lines == 0);
        if (nothing || view.Accounts is { Count: 0 })
        {
            State = AnalysisState.Empty;
            return;
        }

        await LoadAsync();
        State = AnalysisState.Ready;
    }
}
