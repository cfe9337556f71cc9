using System.Globalization;
using System.Text;
using Jingke.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Facts;

/// <summary>
/// The fields and channels that the product comes with: tables in Defaults/, so that no Chinese text stands between code. An
/// installation gets each of them once. Fields and channels are retired and never removed, so what is there by its key was shipped
/// before or is the organisation's own, and is left as it is.
/// </summary>
internal static class DefaultCatalogue
{
    /// <summary>Adds what the database does not have, to be saved by the caller.</summary>
    public static async Task AddMissingAsync(JingkeDbContext db, CancellationToken cancel)
    {
        var fields = (await db.FieldDefinitions.Select(field => field.Key).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        db.FieldDefinitions.AddRange(Fields().Where(field => !fields.Contains(field.Key)));
        var channels = (await db.Channels.Select(channel => channel.Key).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        db.Channels.AddRange(Channels().Where(channel => !channels.Contains(channel.Key)));
    }

    /// <summary>The shipped fields, new objects at each call.</summary>
    public static IEnumerable<FieldDefinition> Fields()
    {
        var choices = Rows("choices").ToLookup(row => row[0], row => new FieldChoice(row[1], row[2], row[3], row[4]));
        return Rows("fields").Select((row, place) => FieldOf(row, place, choices));
    }

    /// <summary>The shipped channels, new objects at each call.</summary>
    public static IEnumerable<Channel> Channels() =>
        Rows("channels")
            .Select(
                (row, place) =>
                {
                    var made = new Channel(row[0], new(row[2], row[3], row[4]), Number(row[1]));
                    made.MoveTo(place);
                    return made;
                }
            );

    // key, subject, section, type, three names, unit, shelf life in days, weight, marks, column of accounts, set of choices
    private static FieldDefinition FieldOf(string[] row, int place, ILookup<string, FieldChoice> choices)
    {
        var marks = Cell(row, 10).Split(' ');
        var made = new FieldDefinition(row[0], Enum.Parse<FieldSubject>(row[1]), Enum.Parse<FieldType>(row[3]));
        made.Change(
            new()
            {
                Names = new(row[4], row[5], row[6]),
                Section = Enum.Parse<CardSection>(row[2]),
                Position = place,
                Unit = row[7],
                ShelfLifeDays = row[8].Length == 0 ? null : Number(row[8]),
                Weight = Number(row[9]),
                IsSensitive = marks.Contains("sensitive"),
                IsQuestion = marks.Contains("question"),
                Choices = [.. choices[Cell(row, 12)]],
            }
        );
        if (Cell(row, 11) is { Length: > 0 } column)
            made.RepeatIn(column);
        return made;
    }

    private static string Cell(string[] row, int place) => place < row.Length ? row[place] : "";

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string table)
    {
        var name = $"{typeof(DefaultCatalogue).Namespace}.Defaults.{table}.tsv";
        using var stream =
            typeof(DefaultCatalogue).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            yield return line.Split('\t');
    }
}
