using Microsoft.AspNetCore.Components;

namespace Jingke.Web.Common.Shell;

/// <summary>
/// A page that reads something before it is rendered. The framework would render it once before, with nothing to show;
/// this one is rendered when it has everything.
/// </summary>
public abstract class LoadedPage : ComponentBase
{
    /// <summary>The request.</summary>
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    /// <summary>Ends when the browser no longer waits.</summary>
    protected CancellationToken Cancel => Http.RequestAborted;

    /// <inheritdoc/>
    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await LoadAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Reads what the page shows; its parameters are set.</summary>
    protected abstract Task LoadAsync();
}
