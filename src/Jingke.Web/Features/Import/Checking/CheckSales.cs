using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Features.Import.Loading;
using Jingke.Web.Features.Import.Working;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sales;
using Jingke.Web.Tabular.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Checking;

/// <summary>The dry run of a sales file.</summary>
internal sealed class CheckSales(JingkeDbFactory factory)
{
    private const int Names = 8;

    public async Task<Findings> RunAsync(SheetFile file, Layout layout, Formats formats, Lease? lease, CancellationToken cancel)
    {
        using var reader = new SalesReader(file, layout, formats);
        var chunks = new SalesChunks(reader, new SalesTraits(), rowsDone: 0);
        await using var db = factory.CreateForSystem();
        await db.Database.OpenConnectionAsync(cancel);
        var sums = new Sums();
        foreach (var chunk in chunks.Run(cancel))
        {
            // Temporary tables only; the transaction is never committed.
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            sums.Add(chunk, await KnownLines.FindAsync(db, chunk, cancel), reader.Catalogue);
            lease?.Report(chunk.RowsDone);
        }
        return await WithNewRecordsAsync(db, sums.ToFindings(reader), reader.Catalogue, cancel);
    }

    private static async Task<Findings> WithNewRecordsAsync(
        JingkeDbContext db,
        Findings findings,
        SalesCatalogue catalogue,
        CancellationToken cancel
    )
    {
        var accounts = await MissingAccountsAsync(db, catalogue, cancel);
        var products = new SalesProducts(new ImportBatch());
        await products.LoadAsync(db, cancel);
        products.Add([.. catalogue.Products.Skip(1)]);
        var missing = products.Missing();
        return findings with
        {
            AccountsCreated = accounts.Count,
            AccountNames = [.. accounts.Take(Names).Select(account => account.Name.Length > 0 ? account.Name : account.Code)],
            ProductsCreated = missing.Count,
            ProductNames = [.. missing.Take(Names)],
        };
    }

    private static async Task<List<NamedAccount>> MissingAccountsAsync(
        JingkeDbContext db,
        SalesCatalogue catalogue,
        CancellationToken cancel
    )
    {
        var missing = new List<NamedAccount>();
        foreach (var some in catalogue.Accounts.Skip(1).Chunk(SalesChunk.Rows))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var found = await AccountMatch.RunAsync(db, some, cancel);
            missing.AddRange(some.Where((name, at) => AccountMatch.Choose(name, found[at]) == 0));
        }
        // A file may name one account with and without its code.
        var coded = missing
            .Where(name => name.Code.Length > 0)
            .Select(name => Domain.Accounts.AccountName.Normalise(name.Name))
            .ToHashSet();
        return [.. missing.Where(name => name.Code.Length > 0 || !coded.Contains(Domain.Accounts.AccountName.Normalise(name.Name)))];
    }

    private sealed class Sums
    {
        private long fresh;
        private long updated;
        private long duplicate;
        private long identical;
        private long unattributed;
        private long regionsUnrecognised;
        private long amount;
        private int first = int.MaxValue;
        private int last;
        private readonly SortedSet<string> regions = new(StringComparer.Ordinal);

        public void Add(SalesChunk chunk, KnownLines.Match[] known, SalesCatalogue catalogue)
        {
            for (var at = 0; at < known.Length; at++)
            {
                var record = chunk.Records[at];
                (first, last) = (Math.Min(first, record.Day), Math.Max(last, record.Day));
                if (known[at].IsSame)
                {
                    duplicate++;
                    continue;
                }
                _ = known[at].Batch == 0 ? fresh++ : updated++;
                amount += record.Amount;
                identical += record.IsIdentical ? 1 : 0;
                unattributed += record.Account == 0 ? 1 : 0;
                if (record.Place == 0 || catalogue.Places[record.Place] is not { ProvinceCode: "", Province: { Length: > 0 } region })
                    continue;
                regionsUnrecognised++;
                if (regions.Count < Names)
                    regions.Add(region);
            }
        }

        public Findings ToFindings(SalesReader reader) =>
            new()
            {
                Read = reader.RowsRead,
                New = fresh,
                Updated = updated,
                Duplicate = duplicate,
                Rejected = reader.RowsRead - reader.Accepted,
                Identical = identical,
                Unattributed = unattributed,
                RegionsUnrecognised = regionsUnrecognised,
                Regions = [.. regions],
                Amount = amount,
                From = last == 0 ? null : DateOnly.FromDayNumber(first),
                To = last == 0 ? null : DateOnly.FromDayNumber(last),
                Accounts = reader.Catalogue.Accounts.Count - 1,
                Problems = ProblemKinds.Of(reader.Problems),
            };
    }
}
