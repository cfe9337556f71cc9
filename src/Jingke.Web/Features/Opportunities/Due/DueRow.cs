using Jingke.Analytics.CrossSelling;

namespace Jingke.Web.Features.Opportunities.Due;

/// <summary>A purchase that is due.</summary>
/// <param name="Id">Identifier of the account.</param>
/// <param name="Code">Its code; may be empty.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owner">Name of who is responsible; empty for nobody.</param>
/// <param name="ProductId">Identifier of the product.</param>
/// <param name="ProductCode">Its code.</param>
/// <param name="Product">Its name.</param>
/// <param name="Figure">Gap, last purchase, how late, usual amount.</param>
public sealed record DueRow(
    long Id,
    string Code,
    string Name,
    string Owner,
    long ProductId,
    string ProductCode,
    string Product,
    Repurchase Figure
);
