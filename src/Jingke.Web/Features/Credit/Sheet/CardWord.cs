using Jingke.Domain.Credit;

namespace Jingke.Web.Features.Credit.Sheet;

/// <summary>A scorecard as it stands in an address.</summary>
internal static class CardWord
{
    /// <summary>The word: credit, operating.</summary>
    public static string Of(ScorecardKind card) => card == ScorecardKind.Operating ? "operating" : "credit";

    /// <summary>Reads it; credit for anything else.</summary>
    public static ScorecardKind Read(string? word) => word == "operating" ? ScorecardKind.Operating : ScorecardKind.Credit;
}
