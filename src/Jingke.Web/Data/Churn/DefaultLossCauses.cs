using System.Text;
using Jingke.Domain.Churn;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Churn;

/// <summary>
/// The causes of losses that the product comes with: a table in Defaults/, so that no Chinese text stands between code. An installation
/// gets each once; causes are retired and never removed, so what is there by its key is left as it is.
/// </summary>
internal static class DefaultLossCauses
{
    /// <summary>Adds what the database does not have, to be saved by the caller.</summary>
    public static async Task AddMissingAsync(JingkeDbContext db, CancellationToken cancel)
    {
        var known = (await db.LossCauses.Select(cause => cause.Key).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        db.LossCauses.AddRange(All().Where(cause => !known.Contains(cause.Key)));
    }

    /// <summary>The shipped causes, new objects at each call.</summary>
    public static IEnumerable<LossCause> All() => Rows().Select((row, place) => new LossCause(row[0], new(row[1], row[2], row[3]), place));

    private static IEnumerable<string[]> Rows()
    {
        var name = $"{typeof(DefaultLossCauses).Namespace}.Defaults.loss-causes.tsv";
        using var stream =
            typeof(DefaultLossCauses).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            yield return line.Split('\t');
    }
}
