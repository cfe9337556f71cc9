using System.Text.Json;

namespace Jingke.Web.Tabular.Columns;

/// <summary>A field that an organisation has besides those of <see cref="Field"/>.</summary>
/// <param name="Key">Its key, by which a mapping names it.</param>
/// <param name="Names">What it is called; a header that says the same means it.</param>
internal sealed record ExtraField(string Key, IReadOnlyList<string> Names);

/// <summary>Gives the fields of an organisation their columns among those that mean nothing else: as the mapping says, else by header.</summary>
internal static class ExtraMatch
{
    /// <summary>Matches.</summary>
    /// <param name="mapping">What a person has said; a field that is there no more is passed over.</param>
    /// <param name="headers">The headers.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="columns">The columns that mean something already.</param>
    /// <exception cref="Domain.RuleException"><c>mapping.column-not-found</c></exception>
    public static Dictionary<string, MappedColumn> Run(
        Mapping mapping,
        HeaderText[] headers,
        IReadOnlyList<ExtraField> fields,
        IReadOnlyDictionary<Field, MappedColumn> columns
    )
    {
        Dictionary<string, MappedColumn> found = [];
        if (fields.Count == 0)
            return found;
        var used = columns.Values.Select(column => column.Index).ToHashSet();
        var said = mapping.Facts ?? new Dictionary<string, JsonElement>();
        foreach (var field in fields)
            if (said.TryGetValue(field.Key, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                var column = ColumnMatch.Mapped(value, headers);
                found[field.Key] = column;
                used.Add(column.Index);
            }

        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields.Where(field => !said.ContainsKey(field.Key)))
        foreach (var name in field.Names.Prepend(field.Key))
            if (KeyOf(name) is { Length: > 0 } key)
                byName.TryAdd(key, field.Key);
        for (var at = 0; at < headers.Length; at++)
            if (!used.Contains(at) && byName.TryGetValue(KeyOf(headers[at]), out var key) && found.TryAdd(key, new(at, headers[at])))
                used.Add(at);
        return found;
    }

    private static string KeyOf(string name) => KeyOf(HeaderText.Of(name));

    private static string KeyOf(HeaderText header) => SimplifiedChinese.Fold(header.Key);
}
