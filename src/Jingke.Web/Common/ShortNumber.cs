using System.Globalization;
using Jingke.Web.Common.Languages;

namespace Jingke.Web.Common;

/// <summary>Numbers as people say them, with three figures: 9,876; 12.3 万; 4.56 亿; in English 9,876; 12.3K; 4.56M.</summary>
internal static class ShortNumber
{
    private static readonly (decimal Size, string Name)[] Simplified = [(1_0000_0000m, " 亿"), (1_0000m, " 万")];
    private static readonly (decimal Size, string Name)[] Traditional = [(1_0000_0000m, " 億"), (1_0000m, " 萬")];
    private static readonly (decimal Size, string Name)[] English = [(1_000_000_000m, "B"), (1_000_000m, "M"), (1_000m, "K")];

    // Up to this a number is said in full also where a shorter unit exists.
    private const decimal InFull = 9_999.5m;

    /// <summary>The number in the language of the request. The unit is tied to its number by a no-break space.</summary>
    public static string Of(decimal number)
    {
        var size = Math.Abs(number);
        if (size < InFull)
            return number.ToString(size < 100 && size != decimal.Truncate(size) ? "#,##0.##" : "#,##0", CultureInfo.InvariantCulture);

        var units =
            Language.Current == Language.English ? English
            : Language.Current == Language.Traditional ? Traditional
            : Simplified;
        for (var i = 0; i < units.Length; i++)
        {
            var (unit, name) = units[i];
            // Rounding may carry into this unit: 99,999,999 is 1 亿, not 10,000 万.
            if (Rounded(size / unit) is var scaled && scaled >= 1)
                return (Math.Sign(number) * scaled).ToString("#,##0.##", CultureInfo.InvariantCulture) + name;
        }

        return number.ToString("#,##0", CultureInfo.InvariantCulture);
    }

    // Below one unit there is no rounding up into it, but for the last half of a thousandth.
    private static decimal Rounded(decimal scaled)
    {
        if (scaled < 0.99995m)
            return 0;
        var decimals = scaled switch
        {
            < 9.995m => 2,
            < 99.95m => 1,
            _ => 0,
        };
        return Math.Round(scaled, decimals, MidpointRounding.AwayFromZero);
    }
}
