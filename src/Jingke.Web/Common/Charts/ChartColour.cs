using Jingke.Domain.Accounts;

namespace Jingke.Web.Common.Charts;

/// <summary>Colours of charts: the same thing has the same colour on every page. Names of custom properties in _tokens.scss.</summary>
internal static class ChartColour
{
    /// <summary>The period that is looked at.</summary>
    public const string Current = "--c-current";

    /// <summary>The period that it is compared with.</summary>
    public const string Previous = "--c-previous";

    /// <summary>What is forecast.</summary>
    public const string Forecast = "--c-forecast";

    private const int PaletteSize = 10;

    /// <summary>The colour of a tier.</summary>
    public static string Of(Tier? tier) =>
        tier switch
        {
            Tier.Key => "--c-key",
            Tier.Rising => "--c-rising",
            Tier.LetGo => "--c-let-go",
            _ => "--c-ordinary",
        };

    /// <summary>A colour by its place, from 0, for lines that are told apart by nothing but their order.</summary>
    public static string At(int place) => $"--c-{(place % PaletteSize) + 1}";

    /// <summary>
    /// Colours for named things (zones, categories, industries). A name gives its colour; names of one chart that would share
    /// one are moved to the next free colour, so that a name keeps its colour on nearly every page.
    /// </summary>
    /// <returns>One colour for each name, in the order of the names.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> names)
    {
        var taken = new bool[PaletteSize];
        var colours = new Dictionary<string, string>(names.Count);
        foreach (var name in names.Distinct().Order(StringComparer.Ordinal))
        {
            var wanted = (int)(Hash(name) % PaletteSize);
            var free = Enumerable
                .Range(0, PaletteSize)
                .Select(step => (wanted + step) % PaletteSize)
                .FirstOrDefault(index => !taken[index], wanted);
            taken[free] = true;
            colours[name] = $"--c-{free + 1}";
        }
        return [.. names.Select(name => colours[name])];
    }

    // FNV-1a: string.GetHashCode differs from one start of the program to the next.
    private static uint Hash(string name) => name.Aggregate(2166136261u, (hash, character) => (hash ^ character) * 16777619u);
}
