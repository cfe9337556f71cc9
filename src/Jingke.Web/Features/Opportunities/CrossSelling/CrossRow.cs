using Jingke.Analytics.CrossSelling;

namespace Jingke.Web.Features.Opportunities.CrossSelling;

/// <summary>An account with the surest of what may be sold to it.</summary>
/// <param name="Id">Identifier of the account.</param>
/// <param name="Code">Its code; may be empty.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owner">Name of who is responsible; empty for nobody.</param>
/// <param name="NetSales">What it bought in the period, ten-thousandths.</param>
/// <param name="Suggestion">The product.</param>
/// <param name="Count">How many products are suggested to it.</param>
internal sealed record CrossRow(long Id, string Code, string Name, string Owner, long NetSales, SuggestedProduct Suggestion, int Count);

/// <summary>A product that is suggested.</summary>
/// <param name="Id">Identifier of the product.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Because">Name of the product that the account buys.</param>
/// <param name="Rule">How often the two go together.</param>
/// <param name="Why">The same in words.</param>
internal sealed record SuggestedProduct(long Id, string Code, string Name, string Because, AssociationRule Rule, string Why);
