using Microsoft.AspNetCore.Components;

namespace Jingke.Web.Common.Components;

/// <summary>
/// A column of a <see cref="DataTable{T}"/>. Its content is a template over <c>context</c>, the row; write figures with
/// <see cref="Format"/> rather than with a component for each cell, a page has hundreds of them.
/// </summary>
public sealed class Column<T> : ComponentBase
{
    /// <summary>The header.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The unit, shown in the header: 元, 天, %.</summary>
    [Parameter]
    public string? Unit { get; set; }

    /// <summary>What the header explains when one points at it.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Name of the column in <c>?sort=</c>; null when the list cannot be sorted by it.</summary>
    [Parameter]
    public string? Sort { get; set; }

    /// <summary>Figures: aligned at the end, sorted largest first.</summary>
    [Parameter]
    public bool Numeric { get; set; }

    /// <summary>Where the content stands, if not as <see cref="Numeric"/> says.</summary>
    [Parameter]
    public Align? Align { get; set; }

    /// <summary>What becomes of the column on a phone.</summary>
    [Parameter]
    public OnPhone OnPhone { get; set; }

    /// <summary>The content of a cell.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment<T> ChildContent { get; set; }

    [CascadingParameter]
    private DataTable<T> Table { get; set; } = null!;

    /// <summary>Classes of the column's cells.</summary>
    internal string? Classes =>
        (Align ?? (Numeric ? Components.Align.End : Components.Align.Start)) switch
        {
            Components.Align.End => "num",
            Components.Align.Center => "mid",
            _ => null,
        }
            is var align
        && OnPhone != OnPhone.Show
            ? $"{align} phone-{(OnPhone == OnPhone.Hide ? "hide" : "heading")}".TrimStart()
            : align;

    /// <inheritdoc />
    protected override void OnInitialized() => Table.Add(this);
}
