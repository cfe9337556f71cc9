using Jingke.Domain.Facts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;
using Jingke.Web.Features.Accounts.Card;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.List.Fields;

/// <summary>What is believed of some fields of some accounts, for the rows of a list. What a sensitive field holds is not told.</summary>
internal sealed class ListValues(JingkeDbFactory factory, JingkeDbContext viewing)
{
    private static readonly IReadOnlyDictionary<(long, string), ListValue> Nothing = new Dictionary<(long, string), ListValue>();

    /// <summary>Reads the values: one query for all facts, one more where fields stand in columns, and one for each kind of thing to name.</summary>
    /// <param name="ids">The accounts, as many as a page or a piece of an export has.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyDictionary<(long AccountId, string Field), ListValue>> RunAsync(
        IReadOnlyCollection<long> ids,
        IReadOnlyList<ListField> fields,
        CancellationToken cancel
    )
    {
        if (ids.Count == 0 || fields.Count == 0)
            return Nothing;

        // A context of its own: an export is still reading its rows through the other.
        await using var db = factory.CreateFor(viewing.Viewer);
        var byId = fields.ToDictionary(field => field.Definition.Id);
        var facts = await db
            .Facts.AsNoTracking()
            .Where(fact =>
                ids.Contains(fact.AccountId)
                && byId.Keys.Contains(fact.FieldId)
                && fact.ContactId == null
                && (fact.Standing == FactStanding.Accepted || fact.Standing == FactStanding.Stale)
            )
            .OrderBy(fact => fact.Id)
            .ToListAsync(cancel);
        var nameOf = await new FactNames(db).RunAsync(id => byId.GetValueOrDefault(id)?.Definition.Type, facts, cancel);
        var values = new Dictionary<(long, string), ListValue>();
        foreach (var fact in facts)
        {
            var field = byId[fact.FieldId];
            var isStale = fact.Standing == FactStanding.Stale;
            // An accepted value stands before one that was known once; of several of those the latest.
            if (!isStale || !values.TryGetValue((fact.AccountId, field.Name), out var known) || known.IsStale)
                values[(fact.AccountId, field.Name)] = Of(field, new(fact.Value, fact.Number), isStale, nameOf);
        }
        foreach (var (account, field, value) in await ColumnsAsync(db, ids, fields, cancel))
            values.TryAdd((account, field.Name), Of(field, value, isStale: false, nameOf));
        return values;
    }

    private static ListValue Of(ListField field, FieldValue value, bool isStale, Func<FieldType, long, string?> nameOf) =>
        field.Definition.IsSensitive
            ? new(PersonalData.Hidden, null, isStale)
            : new(FieldWords.Of(field.Definition, value, nameOf), value, isStale);

    // What came with a file stands in a column before it is a fact.
    private static async Task<List<(long Account, ListField Field, FieldValue Value)>> ColumnsAsync(
        JingkeDbContext db,
        IReadOnlyCollection<long> ids,
        IReadOnlyList<ListField> fields,
        CancellationToken cancel
    )
    {
        var inColumns = fields.Where(field => field.Column is not null).ToList();
        if (inColumns.Count == 0)
            return [];
        var accounts = await db.Accounts.AsNoTracking().Where(account => ids.Contains(account.Id)).ToListAsync(cancel);
        return
        [
            .. from account in accounts
            from field in inColumns
            let text = account.ValueIn(field.Definition.Column!)
            where text is { Length: > 0 }
            select (account.Id, field, new FieldValue(text, NumberOf(field, text))),
        ];
    }

    private static long? NumberOf(ListField field, string text) =>
        field.Definition.Type == FieldType.Number && long.TryParse(text, out var whole) ? whole * Domain.Money.PerUnit : null;
}

/// <summary>A value in a list.</summary>
/// <param name="Text">In the words of the language of the request; masked for a sensitive field.</param>
/// <param name="Value">As stored; null for a sensitive field.</param>
/// <param name="IsStale">Whether it is past its shelf life.</param>
public sealed record ListValue(string Text, FieldValue? Value, bool IsStale);
