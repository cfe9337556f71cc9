using Jingke.Analytics.Forecasting;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Analysis.Forecasts;

/// <summary>What the pages of a forecast do first: find out whose sales are meant, and forecast them.</summary>
public abstract class ForecastPageBase : AnalysisPage
{
    [Inject]
    private ForecastQuery Query { get; set; } = null!;

    [Inject]
    private protected OrganisationInForce Organisation { get; set; } = null!;

    [Inject]
    private protected IStringLocalizer<ForecastTexts> F { get; set; } = null!;

    /// <summary>What was found; null before.</summary>
    private protected ForecastAnswer? Shown { get; private set; }

    /// <summary>The forecast; only where <see cref="ShowFound"/> was called.</summary>
    private protected LedgerForecast Found { get; private set; } = null!;

    /// <summary>Whose sales, in words: 全部客户, or the name of the group or account.</summary>
    private protected string Whose { get; private set; } = "";

    /// <summary>The unit of amounts.</summary>
    private protected string Currency { get; private set; } = "";

    /// <summary>Why it is not to be trusted far.</summary>
    private protected IReadOnlyList<ForecastWeakness> Weaknesses { get; private set; } = [];

    /// <summary>Makes what the page shows of the forecast.</summary>
    private protected abstract void ShowFound();

    private protected sealed override async Task LoadAsync()
    {
        Currency = Unit.Of(Organisation.Current.Currency);
        Shown = await Query.RunAsync(ForecastOf.Read(Address.Get), Choice.ChosenAsOf, Http.RequestAborted);
        Whose = Shown.Name.Length > 0 ? Shown.Name : F[Shown.SeesAll ? "Everything" : "Mine"];
        if (Shown.Found?.Forecast is not { } forecast)
            return;

        (Found, Weaknesses) = (forecast, ForecastWeakness.Of(forecast, Shown.Spread));
        ShowFound();
    }
}
