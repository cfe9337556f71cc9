using System.Globalization;
using System.Text.Json;
using Jingke.Domain;
using Jingke.Domain.Imports;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.Importing;
using Jingke.Web.Tabular;
using Jingke.Web.Tabular.Columns;

namespace Jingke.Web.Features.Import.MappingStep;

/// <summary>Keeps what a person says about a file: its kind, the meaning of its columns, how its values are written.</summary>
internal sealed class SaveMapping(JingkeDbContext db, ImportFiles files, CatalogueInForce catalogue)
{
    /// <summary>What the page sends.</summary>
    /// <param name="Kind">What the file brings.</param>
    /// <param name="Columns">Field by position of its column; empty for a column that is not read.</param>
    /// <param name="Options">Everything else; columns and source are taken from the other parameters.</param>
    internal sealed record Input(ImportKind Kind, IReadOnlyDictionary<int, string> Columns, Mapping Options);

    /// <summary>Saves the mapping of an import and remembers it for its layout.</summary>
    /// <exception cref="RuleException"><c>import.field-twice</c>, or what <see cref="ImportBatch.MapAgain"/> refuses.</exception>
    public async Task RunAsync(long id, Input input, CancellationToken cancel)
    {
        var batch = await db.ImportBatches.FindAsync([id], cancel) ?? throw new NotFoundException(nameof(ImportBatch), id);
        db.Viewer.RequireMayBring(batch.Kind);
        db.Viewer.RequireMayBring(input.Kind);
        batch.MapAgain();
        var kindChanged = batch.Kind != input.Kind;
        (batch.Kind, batch.SourceName) = (input.Kind, input.Options.Source ?? "");
        // Other columns are wanted of another kind, and other sheets or header rows have other columns: recognise them anew.
        var before = Mapping.Parse(batch.Mapping);
        var elsewhere =
            before.Sheet != input.Options.Sheet
            || before.HeaderRow != input.Options.HeaderRow
            || before.Header != input.Options.Header
            || before.Encoding != input.Options.Encoding
            || before.Delimiter != input.Options.Delimiter;
        var mapping = input.Options;
        if (!kindChanged && !elsewhere)
        {
            var found = Recognition.Run(
                files.Open(batch),
                RecogniseFile.ReadAs(batch.Kind),
                input.Options,
                FactFields.Of(catalogue.Current)
            );
            mapping = mapping with { Columns = ColumnsOf(input, found.Headers), Facts = FactsOf(input, found) };
        }
        batch.Mapping = mapping.ToJson();
        batch.Layout = Recognition.Run(files.Open(batch), RecogniseFile.ReadAs(batch.Kind), mapping).Key;
        await db.SaveChangesAsync(cancel);
    }

    private static Dictionary<string, JsonElement> ColumnsOf(Input input, IReadOnlyList<HeaderText> headers)
    {
        // Every field is named, also those that are left out: otherwise a header would be recognised against the person's will.
        var columns = Fields
            .Of(RecogniseFile.ReadAs(input.Kind))
            .ToDictionary(NameOf, _ => JsonSerializer.SerializeToElement<string?>(null));
        foreach (var (index, name) in input.Columns.OrderBy(column => column.Key))
        {
            if (index >= headers.Count || !Enum.TryParse<Field>(name, out var field) || !columns.TryGetValue(NameOf(field), out var taken))
                continue;
            if (taken.ValueKind != JsonValueKind.Null)
                throw new RuleException("import.field-twice", TabularTexts.NameOf(field), field.ToString());
            columns[NameOf(field)] = ColumnOf(headers, index);
        }
        return columns;
    }

    // Fields of the catalogue are many; those that are left out are named only where their header would be recognised.
    private Dictionary<string, JsonElement>? FactsOf(Input input, Layout found)
    {
        var facts = found.Facts.Keys.ToDictionary(key => key, _ => JsonSerializer.SerializeToElement<string?>(null));
        foreach (var (index, name) in input.Columns.OrderBy(column => column.Key))
        {
            if (index >= found.Headers.Count || FactFields.KeyOf(name) is not { } key || catalogue.Current.Field(key) is not { } field)
                continue;
            if (facts.TryGetValue(key, out var taken) && taken.ValueKind != JsonValueKind.Null)
                throw new RuleException("import.field-twice", field.Names.In(Language.Current.Code), name);
            facts[key] = ColumnOf(found.Headers, index);
        }
        return facts.Count == 0 ? null : facts;
    }

    // A header says more than a number and holds when a column is inserted; where it is empty or not unique the number has to do.
    private static JsonElement ColumnOf(IReadOnlyList<HeaderText> headers, int index) =>
        headers[index].Text.Length > 0 && headers.Count(header => header.Key == headers[index].Key) == 1
            ? JsonSerializer.SerializeToElement(headers[index].Text)
            : JsonSerializer.SerializeToElement(index + 1);

    private static string NameOf(Field field) => char.ToLower(field.ToString()[0], CultureInfo.InvariantCulture) + field.ToString()[1..];
}
