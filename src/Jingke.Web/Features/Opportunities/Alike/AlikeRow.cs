namespace Jingke.Web.Features.Opportunities.Alike;

/// <summary>An account that resembles a key account.</summary>
/// <param name="Id">Identifier of the account.</param>
/// <param name="Code">Its code; may be empty.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owner">Name of who is responsible; empty for nobody.</param>
/// <param name="Likeness">Likeness to the nearest key account, 0 to 1.</param>
/// <param name="Coverage">Share of the weight that is known of both, 0 to 1.</param>
/// <param name="NetSales">What it bought in the last 12 months, ten-thousandths; null for nothing.</param>
/// <param name="Nearest">The nearest key accounts.</param>
/// <param name="Why">What is the same and what is not, in words.</param>
internal sealed record AlikeRow(
    long Id,
    string Code,
    string Name,
    string Owner,
    double Likeness,
    double Coverage,
    long? NetSales,
    IReadOnlyList<AlikeKey> Nearest,
    string Why
);

/// <summary>A key account that another resembles. Of one outside the viewer's scope it is only said that there is one.</summary>
/// <param name="Id">Its identifier; null outside the scope.</param>
/// <param name="Name">Its name; null outside the scope.</param>
/// <param name="Likeness">Likeness, 0 to 1.</param>
internal sealed record AlikeKey(long? Id, string? Name, double Likeness);
