using Jingke.Web.Common.Exports;
using Jingke.Web.Data;
using Jingke.Web.Ledger.Opportunities;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Opportunities;

/// <summary>What every file of these pages needs, with what the viewer sees.</summary>
internal sealed class OpportunityExport(
    IHttpContextAccessor http,
    SeenOpportunities opportunities,
    OrganisationInForce organisation,
    IStringLocalizer<OpportunityTexts> texts
) : ExportSetting<OpportunityTexts>(http, organisation, texts)
{
    public SeenOpportunities Opportunities => opportunities;
}
