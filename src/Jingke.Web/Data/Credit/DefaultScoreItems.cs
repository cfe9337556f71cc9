using System.Globalization;
using System.Text;
using Jingke.Domain.Credit;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Credit;

/// <summary>
/// The items of both scorecards that the product comes with: a table in Defaults/, so that no Chinese text stands between code. An
/// installation gets each once; items are put out of use and never removed, so what is there by its key is left as it is.
/// </summary>
internal static class DefaultScoreItems
{
    /// <summary>Adds what the database does not have, to be saved by the caller.</summary>
    public static async Task AddMissingAsync(JingkeDbContext db, CancellationToken cancel)
    {
        var known = (await db.ScoreItems.Select(item => new { item.Card, item.Key }).ToListAsync(cancel)).ToHashSet();
        db.ScoreItems.AddRange(All().Where(item => !known.Contains(new { item.Card, item.Key })));
    }

    /// <summary>The shipped items, new objects at each call.</summary>
    public static IEnumerable<ScoreItem> All() => Rows().Select(Of);

    // Card, key, three names, weight, shelf life in months, field of the card, figure of our own.
    private static ScoreItem Of(string[] row, int place)
    {
        var item = new ScoreItem(Enum.Parse<ScorecardKind>(row[0]), row[1], new(row[2], row[3], row[4]), place);
        item.ReadFrom(row[7].Length > 0 ? row[7] : null, row[8].Length > 0 ? Enum.Parse<ScoreMeasure>(row[8]) : null);
        item.Change(Number(row[5]), Number(row[6]), isActive: true);
        return item;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows()
    {
        var name = $"{typeof(DefaultScoreItems).Namespace}.Defaults.score-items.tsv";
        using var stream =
            typeof(DefaultScoreItems).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            yield return line.Split('\t');
    }
}
