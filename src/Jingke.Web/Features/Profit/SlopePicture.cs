using Jingke.Web.Ledger.Profit;

namespace Jingke.Web.Features.Profit;

/// <summary>
/// The ranks by sales and by true profit as lines from left to right: a line that falls is a customer that is smaller than it looks. Drawn
/// are the biggest and those that move most; named are the latter.
/// </summary>
/// <param name="Width">Width of the drawing.</param>
/// <param name="Height">Height of the drawing.</param>
/// <param name="Lines">The lines, the named ones last, so that they lie on top.</param>
internal sealed record SlopePicture(int Width, int Height, IReadOnlyList<SlopePicture.Line> Lines)
{
    private const int Top = 26;
    private const int Bottom = 12;
    private const int Named = 6;
    private const int Drawn = 40;
    private const int LineHeight = 16;

    /// <summary>A line.</summary>
    /// <param name="Row">Row of the analysis.</param>
    /// <param name="From">Height at the left, by rank by sales.</param>
    /// <param name="To">Height at the right, by rank by profit.</param>
    /// <param name="Rise">Ranks gained.</param>
    /// <param name="Label">Height of the name at the right; null without a name.</param>
    /// <param name="Mark">Height of the rank at the left; null without a name.</param>
    internal sealed record Line(int Row, double From, double To, int Rise, double? Label, double? Mark);

    /// <summary>Arranges the picture.</summary>
    public static SlopePicture Of(ProfitView view, int width)
    {
        var (ranking, rows) = (view.Findings.Ranking, Enumerable.Range(0, view.Findings.Profit.Count));
        var known = rows.Where(row => ranking.SalesRankOf(row) is not null).ToList();
        int Rise(int row) => ranking.SalesRankOf(row)!.Value - ranking.ProfitRankOf(row)!.Value;
        var big = known.OrderBy(row => ranking.SalesRankOf(row)).Take(Drawn).ToList();
        // Of those that fall, the big ones matter; of those that rise, the ones that end up high.
        var fallen = big.Where(row => Rise(row) < 0).OrderBy(Rise).ThenBy(row => row).Take(Named);
        var risen = known
            .OrderBy(row => ranking.ProfitRankOf(row))
            .Take(Drawn)
            .Where(row => Rise(row) > 0)
            .OrderByDescending(Rise)
            .Take(Named / 2);
        var named = fallen.Concat(risen).ToHashSet();
        var height = Math.Max(220, Top + Bottom + (LineHeight * Math.Min(known.Count, 24)));
        var drawn = big.Concat(named).Distinct().ToList();
        var span = Math.Max(1, drawn.Max(row => Math.Max(ranking.SalesRankOf(row)!.Value, ranking.ProfitRankOf(row)!.Value)) - 1);
        // The first ranks lie wider apart than the last: they are what the page is about.
        double At(int rank) => Top + (Math.Sqrt((rank - 1.0) / span) * (height - Top - Bottom));

        var lines = drawn.ConvertAll(row => new Line(
            row,
            At(ranking.SalesRankOf(row)!.Value),
            At(ranking.ProfitRankOf(row)!.Value),
            Rise(row),
            null,
            null
        ));
        var labelled = Labelled([.. lines.Where(line => named.Contains(line.Row))], height);
        return new(width, height, [.. lines.Where(line => !named.Contains(line.Row)), .. labelled]);
    }

    // Names must not lie on one another: each is pushed below the one above, and the last ones up again when they leave the picture.
    private static Line[] Labelled(Line[] lines, int height)
    {
        var right = lines.OrderBy(line => line.To).ToArray();
        var left = right
            .Zip(Apart(Array.ConvertAll(right, line => line.To)), (line, at) => line with { Label = at })
            .OrderBy(line => line.From);
        return [.. left.Zip(Apart([.. left.Select(line => line.From)]), (line, at) => line with { Mark = at })];

        double[] Apart(double[] wanted)
        {
            var places = new double[wanted.Length];
            for (var at = 0; at < wanted.Length; at++)
                places[at] = Math.Max(wanted[at], at > 0 ? places[at - 1] + LineHeight : Top);
            for (var at = wanted.Length - 1; at >= 0; at--)
                places[at] = Math.Min(places[at], at == wanted.Length - 1 ? height - 4 : places[at + 1] - LineHeight);
            return places;
        }
    }
}
