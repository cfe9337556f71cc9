using Jingke.Web.Ledger;
using Jingke.Web.Ledger.Churn;
using Jingke.Web.Ledger.Findings;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Churn;

/// <summary>What every page about staying and going does first: find out what the viewer sees of it.</summary>
public abstract class ChurnPage : LedgerPage
{
    [Inject]
    private SeenChurn Churn { get; set; } = null!;

    [Inject]
    private protected IStringLocalizer<ChurnTexts> T { get; set; } = null!;

    /// <summary>What is seen; null while sales are being read.</summary>
    private protected Seen<ChurnFindings>? Seen { get; private set; }

    /// <summary>Works out what the page shows of what is seen.</summary>
    private protected abstract Task ShowAsync(Seen<ChurnFindings> seen);

    private protected sealed override async Task ShowAsync()
    {
        Seen = await Churn.RunAsync(Cancel);
        await ShowAsync(Seen);
    }
}
