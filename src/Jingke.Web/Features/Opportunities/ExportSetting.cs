using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Ledger.Opportunities;
using Jingke.Web.Tabular.Writing;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Opportunities;

/// <summary>What every file of these pages needs: words, the unit, and what the viewer sees.</summary>
internal sealed class ExportSetting(
    IHttpContextAccessor http,
    SeenOpportunities opportunities,
    OrganisationInForce organisation,
    IStringLocalizer<OpportunityTexts> texts
)
{
    public PageAddress Address { get; } = PageAddress.Of(http.HttpContext!.Request);

    public IStringLocalizer<OpportunityTexts> T => texts;

    public SeenOpportunities Opportunities => opportunities;

    public string Currency { get; } = Unit.Of(organisation.Current.Currency);

    /// <summary>A column whose header is a text of ours; amounts say their unit.</summary>
    public ExportColumn Column(string key, ExportType type = ExportType.Text, int width = 0) =>
        new(type == ExportType.Money ? $"{texts[key]}({Currency})" : texts[key], type, width);
}
