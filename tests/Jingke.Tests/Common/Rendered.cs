using System.Text.Encodings.Web;
using System.Text.Unicode;
using Jingke.Web.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jingke.Tests.Common;

/// <summary>Renders components as a page of the product would, at an address.</summary>
internal static class Rendered
{
    /// <summary>The HTML of a component.</summary>
    public static async Task<string> AtAsync<TComponent>(string address, Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        using var chinese = new InLanguage("zh-Hans");
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddLocalization()
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .AddSingleton<NavigationManager>(new At(address))
            .AddSingleton<EndpointDataSource>(new DefaultEndpointDataSource())
            .AddSingleton<AssetAddresses>()
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }

    private sealed class At : NavigationManager
    {
        public At(string address) => Initialize("http://localhost/", "http://localhost" + address);
    }
}
