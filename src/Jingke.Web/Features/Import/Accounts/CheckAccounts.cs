using Jingke.Domain.Imports;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.People;
using Jingke.Web.Features.Import.Checking;
using Jingke.Web.Features.Import.Facts;
using Jingke.Web.Features.Import.Loading;
using Jingke.Web.Features.Import.Working;
using Jingke.Web.Tabular.Accounts;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Accounts;

/// <summary>The dry run of a file of accounts or contacts.</summary>
internal sealed class CheckAccounts(JingkeDbFactory factory, PeopleDirectory people, CatalogueInForce catalogue, Clock clock)
{
    private const int Names = 8;

    public async Task<Findings> RunAsync(
        ImportBatch batch,
        SheetFile file,
        Layout layout,
        Formats formats,
        Lease? lease,
        CancellationToken cancel
    )
    {
        using var reader = new AccountReader(file, layout, formats);
        await using var db = factory.CreateForSystem();
        await db.Database.OpenConnectionAsync(cancel);
        var (sums, accounts, names) = (new BatchCounts(), 0L, new List<string>());
        var (owners, regions) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        var refused = 0L;
        var fields = catalogue.Current;
        var (columns, source) = (new FactColumns(layout, fields), FactSource.Of(batch, layout.Mapping, fields, clock));
        foreach (var read in AccountChunk.Of(reader, columns))
        {
            // Temporary tables only; the transaction is never committed.
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var chunk = await BlockedDuplicates.SetApartAsync(db, batch, read, cancel);
            foreach (var row in chunk.Rejected.Except(read.Rejected))
            {
                reader.Problems.Add(row.Row, row.Problem);
                refused++;
            }
            var plan = await AccountPlan.MakeAsync(db, batch, chunk, people.Current, source, fields, cancel);
            sums = Add(sums, plan.Count());
            accounts += plan.Created.Count;
            names.AddRange(plan.Created.Take(Names - names.Count).Select(values => values["Name"]));
            Gather(owners, chunk, record => AccountValues.OwnerOf(record, people.Current) is null ? record[Field.Salesperson] : "");
            Gather(regions, chunk, AccountValues.RegionText);
            lease?.Report(chunk.RowsDone);
        }
        reader.Finish();
        return new()
        {
            Read = reader.RowsRead,
            New = sums.Accepted - sums.Updated,
            Updated = sums.Updated,
            Duplicate = sums.Duplicate,
            Rejected = reader.RowsRead - reader.Accepted + refused,
            Accounts = accounts,
            AccountsCreated = accounts,
            AccountNames = names,
            ContactsCreated = sums.ContactsCreated,
            RegionsUnrecognised = sums.RegionsUnrecognised,
            Regions = [.. regions],
            UnknownOwners = [.. owners],
            Problems = ProblemKinds.Of(reader.Problems),
        };
    }

    private static BatchCounts Add(BatchCounts sums, BatchCounts more) =>
        new()
        {
            Accepted = sums.Accepted + more.Accepted,
            Updated = sums.Updated + more.Updated,
            Duplicate = sums.Duplicate + more.Duplicate,
            ContactsCreated = sums.ContactsCreated + more.ContactsCreated,
            RegionsUnrecognised = sums.RegionsUnrecognised + more.RegionsUnrecognised,
        };

    private static void Gather(SortedSet<string> found, AccountChunk chunk, Func<AccountRecord, string> value)
    {
        foreach (var record in chunk.Records)
            if (found.Count < Names && value(record) is { Length: > 0 } text)
                found.Add(text);
    }
}
