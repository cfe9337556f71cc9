using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Jingke.Web.Common.Components;

/// <summary>Renders its content after its older siblings have been set up: a table after its columns have registered.</summary>
public sealed class Deferred : ComponentBase
{
    /// <summary>What is rendered later.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
}
