using Jingke.Analytics.Ledger;
using Jingke.Domain.Facts;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Ledger.Opportunities;

/// <summary>
/// Reads by what accounts are compared: place, industry, size, ownership, kind and source of the account, and what its card says of staff,
/// revenue, capital and founding. What somebody buys is no attribute: it would only say that key accounts buy much.
/// </summary>
internal sealed class LikenessColumns(JingkeDbFactory factory)
{
    private static readonly (string Key, LikenessUnit Unit)[] Fields =
    [
        ("employees", LikenessUnit.Count),
        ("annual-revenue", LikenessUnit.Money),
        ("registered-capital", LikenessUnit.Money),
        ("founded-on", LikenessUnit.Day),
    ];

    /// <summary>The attributes in which accounts differ.</summary>
    public async Task<IReadOnlyList<LikenessColumn>> RunAsync(SalesLedger ledger, CancellationToken cancel)
    {
        var accounts = ledger.Accounts;
        IEnumerable<LikenessColumn> columns =
        [
            Placed("province", ledger, place => place.ProvinceCode.Length > 0 ? place.ProvinceCode : place.Province),
            Placed("city", ledger, place => place.City.Length > 0 ? $"{place.Province} {place.City}" : ""),
            Coded("industry", accounts.Industry),
            Coded("size", accounts.Size),
            Coded("ownership", accounts.Ownership),
            Coded("kind", accounts.Kind),
            Coded("source", accounts.Source),
            .. await FactsAsync(accounts, cancel),
        ];
        return [.. columns.Where(column => column.Tells)];
    }

    private static LikenessColumn Coded(string key, CodedColumn column) => new(key, LikenessUnit.Word, column.Codes, column.Names, null);

    private static LikenessColumn Placed(string key, SalesLedger ledger, Func<Place, string> word)
    {
        var (codeOf, words) = (new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 }, new List<string> { "" });
        var ofPlace = new int[ledger.Places.Count];
        for (var place = 0; place < ofPlace.Length; place++)
        {
            var text = word(ledger.Places[place]);
            if (!codeOf.TryGetValue(text, out ofPlace[place]))
            {
                codeOf[text] = ofPlace[place] = words.Count;
                words.Add(text);
            }
        }
        return new(key, LikenessUnit.Word, Array.ConvertAll(ledger.Accounts.Places, place => ofPlace[place]), [.. words], null);
    }

    private async Task<IEnumerable<LikenessColumn>> FactsAsync(AccountDirectory accounts, CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var keys = Fields.Select(field => field.Key).ToList();
        var known = await db.FieldDefinitions.AsNoTracking().Where(field => keys.Contains(field.Key)).ToListAsync(cancel);
        // The comparison is shown to everyone who may analyse, so nothing that is hidden from somebody takes part.
        var open = known.Where(field => field is { IsRetired: false, IsSensitive: false, SeenBy.Count: 0 }).ToDictionary(field => field.Id);
        var values = open.Keys.ToDictionary(id => id, _ => NotKnown(accounts.Count));
        var ids = open.Keys.ToList();
        var facts = db
            .Facts.AsNoTracking()
            .Where(fact =>
                ids.Contains(fact.FieldId) && fact.ContactId == null && fact.Standing == FactStanding.Accepted && fact.Number != null
            )
            .Select(fact => new
            {
                fact.AccountId,
                fact.FieldId,
                fact.Number,
            })
            .AsAsyncEnumerable();
        await foreach (var fact in facts.WithCancellation(cancel))
            if (accounts.IndexOf(fact.AccountId) is >= 0 and var account)
                values[fact.FieldId][account] =
                    open[fact.FieldId].Type == FieldType.Date ? fact.Number!.Value : fact.Number!.Value / 10_000.0;
        return Fields
            .Select(field => (field.Unit, Definition: known.Find(each => each.Key == field.Key)))
            .Where(field => field.Definition is not null && open.ContainsKey(field.Definition.Id))
            .Select(field => new LikenessColumn(field.Definition!.Key, field.Unit, null, [], values[field.Definition.Id]));
    }

    private static double[] NotKnown(int count)
    {
        var values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }
}
