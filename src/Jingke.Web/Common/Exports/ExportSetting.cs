using Jingke.Web.Data;
using Jingke.Web.Tabular.Writing;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Common.Exports;

/// <summary>What every file that is downloaded needs: the query string, words, the unit.</summary>
/// <typeparam name="TTexts">The feature's texts.</typeparam>
internal abstract class ExportSetting<TTexts>(IHttpContextAccessor http, OrganisationInForce organisation, IStringLocalizer<TTexts> texts)
{
    public HttpRequest Request => http.HttpContext!.Request;

    public PageAddress Address { get; } = PageAddress.Of(http.HttpContext!.Request);

    public IStringLocalizer<TTexts> T => texts;

    /// <summary>The unit of amounts.</summary>
    public string Currency { get; } = Unit.Of(organisation.Current.Currency);

    /// <summary>A column whose header is a text of ours; amounts say their unit.</summary>
    public ExportColumn Column(string key, ExportType type = ExportType.Text, int width = 0) =>
        type == ExportType.Money ? Money(texts[key], width) : new(texts[key], type, width);

    /// <summary>A column of amounts whose header is a text from elsewhere; the unit is added.</summary>
    public ExportColumn Money(string text, int width = 0) => new($"{text}({Currency})", ExportType.Money, width);
}
