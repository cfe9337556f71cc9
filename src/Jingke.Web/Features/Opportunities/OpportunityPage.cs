using Jingke.Web.Ledger;
using Jingke.Web.Ledger.Opportunities;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Opportunities;

/// <summary>What every page about opportunities has.</summary>
public abstract class OpportunityPage : LedgerPage
{
    [Inject]
    private protected SeenOpportunities Opportunities { get; set; } = null!;

    [Inject]
    private protected IStringLocalizer<OpportunityTexts> T { get; set; } = null!;
}
