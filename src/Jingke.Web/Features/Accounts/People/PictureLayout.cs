using System.Globalization;

namespace Jingke.Web.Features.Accounts.People;

/// <summary>
/// Where everything of a picture of people stands, in units of the drawing. Levels lie below each other and wrap after so many cards;
/// a line carries the number under which the list below the picture explains it.
/// </summary>
internal sealed class PictureLayout
{
    public const int CardWidth = 168;
    public const int CardHeight = 88;
    private const int ColumnGap = 26;
    private const int RowGap = 46;
    private const int HeadingHeight = 24;
    private const int Edge = 3;
    private const int PortGap = 24;

    private readonly Dictionary<long, PlacedCard> byId = [];
    private readonly Dictionary<(long Card, int Side), int> ports = [];

    private PictureLayout(int columns) => Width = (columns * CardWidth) + ((columns - 1) * ColumnGap) + (2 * Edge);

    /// <summary>Width of the drawing.</summary>
    public int Width { get; }

    /// <summary>Height of the drawing.</summary>
    public int Height { get; private set; }

    /// <summary>The cards.</summary>
    public List<PlacedCard> Cards { get; } = [];

    /// <summary>The headings of the levels; Y is the line that the words stand on.</summary>
    public List<(string Text, int Y)> Headings { get; } = [];

    /// <summary>The lines, numbered from 1 in their order.</summary>
    public List<PlacedLine> Lines { get; } = [];

    /// <summary>A card and its upper left corner; rows are counted from the top.</summary>
    public sealed record PlacedCard(PictureCard Card, int X, int Y, int Row, int Column)
    {
        internal int Middle => X + (CardWidth / 2);
    }

    /// <summary>A line as the path of an SVG, with the place of its number.</summary>
    public sealed record PlacedLine(PictureLine Line, string Path, int X, int Y, bool EndsAtStart);

    /// <summary>Arranges a picture.</summary>
    /// <param name="layers">The levels from the top; those without cards are left out.</param>
    /// <param name="lines">The lines, in the order of their numbers; all people of lines are in the layers.</param>
    /// <param name="columns">Most cards beside each other.</param>
    public static PictureLayout Arrange(IReadOnlyList<PictureLayer> layers, IReadOnlyList<PictureLine> lines, int columns)
    {
        var layout = new PictureLayout(columns);
        layout.Place(layers, columns);
        foreach (var line in lines)
            layout.Lines.Add(layout.Draw(line));
        return layout;
    }

    private void Place(IReadOnlyList<PictureLayer> layers, int columns)
    {
        var (y, row) = (0, 0);
        foreach (var layer in layers.Where(layer => layer.Cards.Count > 0))
        {
            Headings.Add((layer.Heading, y + 15));
            y += HeadingHeight;
            foreach (var cards in layer.Cards.Chunk(columns))
            {
                var x = (Width - (cards.Length * CardWidth) - ((cards.Length - 1) * ColumnGap)) / 2;
                foreach (var (column, card) in cards.Index())
                {
                    var placed = new PlacedCard(card, x + (column * (CardWidth + ColumnGap)), y, row, column);
                    Cards.Add(placed);
                    if (card.Id is { } id)
                        byId[id] = placed;
                }
                y += CardHeight + RowGap;
                row++;
            }
            // The heading of the next level stands in the gap.
            y -= HeadingHeight / 2;
        }
        Height = y - (HeadingHeight / 2);
    }

    private PlacedLine Draw(PictureLine line)
    {
        var (from, to) = (byId[line.FromId], byId[line.ToId]);
        if (from.Row != to.Row)
            return Down(line, from, to);
        var (left, right) = from.Column < to.Column ? (from, to) : (to, from);
        var isTurned = left != from;
        if (right.Column == left.Column + 1)
        {
            var y = left.Y + (CardHeight / 2) + Port(left, 1);
            var x = left.X + CardWidth;
            return new(line, Path($"M {x} {y} H {right.X}"), (x + right.X) / 2, y, isTurned);
        }
        // Over others in the same row: below them.
        var (x1, x2, bottom) = (left.Middle + Port(left, 2), right.Middle + Port(right, 2), left.Y + CardHeight);
        return new(
            line,
            Path($"M {x1} {bottom} C {x1} {bottom + 30} {x2} {bottom + 30} {x2} {bottom}"),
            (x1 + x2) / 2,
            bottom + 22,
            isTurned
        );
    }

    private PlacedLine Down(PictureLine line, PlacedCard from, PlacedCard to)
    {
        var (upper, lower) = from.Row < to.Row ? (from, to) : (to, from);
        var isTurned = upper != from;
        var (x1, y1) = (upper.Middle + Port(upper, 2), upper.Y + CardHeight);
        var (x2, y2) = (lower.Middle + Port(lower, 0), lower.Y);
        var path = Path($"M {x1} {y1} C {x1} {y1 + 26} {x2} {y2 - 26} {x2} {y2}");
        // At the upper card: over the lower one stands the heading of its level.
        return new(line, path, x1, y1 + 17, isTurned);
    }

    // The first line of a side leaves at its middle, the next ones beside it.
    private int Port(PlacedCard card, int side)
    {
        var key = (card.Card.Id!.Value, side);
        var taken = ports.GetValueOrDefault(key);
        ports[key] = taken + 1;
        var offset = (taken + 1) / 2 * (side == 1 ? 20 : PortGap) * (taken % 2 == 1 ? 1 : -1);
        var most = side == 1 ? (CardHeight / 2) - 12 : (CardWidth / 2) - 12;
        return Math.Clamp(offset, -most, most);
    }

    private static string Path(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);
}
