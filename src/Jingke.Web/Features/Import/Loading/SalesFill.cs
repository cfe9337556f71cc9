using System.Globalization;
using Jingke.Domain.Imports;
using Jingke.Domain.Reference;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Features.Import.Changes;
using Jingke.Web.Tabular.Sales;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>
/// Fills what a sales file knows about its accounts into fields that are still empty: region, industry, size, ownership, day of the
/// first sale. It runs when the file is at its end, so its result does not depend on chunks, and running it again changes nothing.
/// </summary>
internal sealed class SalesFill(JingkeDbContext db, ImportBatch batch, SalesWriter writer, SalesCatalogue catalogue, SalesTraits traits)
{
    private const int Some = 20_000;

    /// <summary>Fills the accounts, some thousand at a time, each lot in a transaction of its own.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            await writer.Accounts.FindAsync(db, cancel);
            await transaction.CommitAsync(cancel);
        }
        foreach (var lot in Known().Chunk(Some))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var changes = await CompareAsync(lot.ToDictionary(known => known.Account, known => known.Values), cancel);
            await RecordedChanges.WriteAsync(db, batch, changes, audited: false, cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    // Several names of the file may mean one account; the first that says something counts.
    private IEnumerable<(long Account, Dictionary<string, string> Values)> Known()
    {
        var byAccount = new SortedDictionary<long, Dictionary<string, string>>();
        for (var index = 1; index < catalogue.Accounts.Count; index++)
        {
            if (writer.Accounts[index] is 0)
                continue;
            if (!byAccount.TryGetValue(writer.Accounts[index], out var values))
                byAccount.Add(writer.Accounts[index], values = new(StringComparer.Ordinal));
            foreach (var (field, value) in Of(catalogue.Accounts[index], traits[index]))
                if (field == "FirstTradedOn" && values.TryGetValue(field, out var earlier))
                    values[field] = string.CompareOrdinal(value, earlier) < 0 ? value : earlier;
                else
                    values.TryAdd(field, value);
        }
        return byAccount.Select(account => (account.Key, account.Value));
    }

    private IEnumerable<(string Field, string Value)> Of(NamedAccount name, SalesTraits.Trait trait)
    {
        if (name.Name.Length > 0)
            yield return ("Name", name.Name);
        if (name.Size.Length > 0)
            yield return ("Size", name.Size);
        if (name.Ownership.Length > 0)
            yield return ("Ownership", name.Ownership);
        if (name.Industry.Length > 0)
            yield return Industries.Recognise(name.Industry) is { } industry
                ? ("IndustryCode", industry.Code)
                : ("IndustryText", name.Industry);
        if (trait.FirstSale > 0)
            yield return ("FirstTradedOn", DateOnly.FromDayNumber(trait.FirstSale).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (trait.Place == 0 || trait.ProvinceVaries)
            yield break;
        var place = catalogue.Places[trait.Place];
        if (place.ProvinceCode.Length > 0)
        {
            yield return ("ProvinceCode", place.ProvinceCode);
            if (place.CityCode.Length > 0 && !trait.CityVaries)
                yield return ("CityCode", place.CityCode);
        }
        else if (place.Province.Length + place.Country.Length > 0)
            yield return ("RegionText", place.Province.Length > 0 ? place.Province : place.Country);
    }

    private async Task<FieldChanges> CompareAsync(Dictionary<long, Dictionary<string, string>> lot, CancellationToken cancel)
    {
        var table = ChangedTable.Accounts;
        await Staging.MakeAsync(db, "import_fill", "id bigint", cancel);
        using (var ids = BulkWriter.Open(db, "import_fill", "id"))
        {
            foreach (var id in lot.Keys)
            {
                ids.Long(id);
                ids.EndRow();
            }
            ids.Complete();
        }
        await Staging.ReadyAsync(db, "import_fill", cancel);

        var changes = new FieldChanges(table);
        await using var rows = await Staging.ReadAsync(
            db,
            $"SELECT a.id, a.created_by_batch_id, {table.ColumnList("a")} FROM import_fill f CROSS JOIN account a WHERE a.id = f.id",
            cancel
        );
        while (await rows.ReadAsync(cancel))
            Compare(
                changes,
                rows.GetInt64(0),
                isNew: !await rows.IsDBNullAsync(1, cancel) && rows.GetInt64(1) == batch.Id,
                table.Values(rows, 2),
                lot[rows.GetInt64(0)]
            );
        return changes;
    }

    private static void Compare(
        FieldChanges changes,
        long id,
        bool isNew,
        Dictionary<string, string?> now,
        Dictionary<string, string> given
    )
    {
        // A region is filled as a whole: a city must not be put beside somebody's other province.
        var hasRegion = now["ProvinceCode"] is not null || now["RegionText"] is not null;
        var hasIndustry = now["IndustryCode"] is not null || now["IndustryText"] is not null;
        foreach (var (field, value) in given)
        {
            var wanted = field switch
            {
                "Name" => isNew && now["Name"] == now["Code"],
                "ProvinceCode" or "RegionText" => !hasRegion,
                "CityCode" => now["CityCode"] is null && (!hasRegion || now["ProvinceCode"] == given.GetValueOrDefault("ProvinceCode")),
                "IndustryCode" or "IndustryText" => !hasIndustry,
                "FirstTradedOn" => now[field] is not { } known || string.CompareOrdinal(value, known) < 0,
                _ => string.IsNullOrEmpty(now[field]),
            };
            if (!wanted || now[field] == value)
                continue;
            changes.Set(id, field, now[field], value);
            if (field == "Name")
                changes.Set(id, "NormalisedName", now["NormalisedName"], Domain.Accounts.AccountName.Normalise(value));
        }
    }
}
