using System.Globalization;
using Jingke.Domain;
using Jingke.Web.Common;

namespace Jingke.Web.Features.Analysis.Extremes;

/// <summary>Reads the floor of the extremes as a person types it: 10000, 10,000.50, 1.2万.</summary>
internal static class FloorText
{
    // Nobody's yearly sales are larger, and it still fits after multiplying.
    private const decimal Most = 100_000_000_000_000m;

    /// <summary>The floor in ten-thousandths; null with a sentence where it is no amount, null without one where nothing is given.</summary>
    public static (long? Floor, string? Problem) Read(string? text)
    {
        var typed = text?.Trim() ?? "";
        if (typed.Length == 0)
            return (null, null);

        var factor = typed[^1] switch
        {
            '万' or '萬' => 10_000m,
            '亿' or '億' => 100_000_000m,
            _ => 1m,
        };
        var number = factor == 1 ? typed : typed[..^1].Trim();
        return
            decimal.TryParse(
                number,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
                CultureInfo.InvariantCulture,
                out var value
            )
            && value <= Most / factor
            ? ((long)(value * factor * Money.PerUnit), null)
            : (null, ProblemWords.Of("not-an-amount", typed));
    }
}
