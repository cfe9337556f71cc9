using Jingke.Web.Tabular.Sales;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>
/// Cuts a sales file into chunks. Rows that an earlier run has loaded are read again but not given out: the identity of later rows
/// depends on how often a number occurred before.
/// </summary>
internal sealed class SalesChunks(SalesReader reader, SalesTraits traits, long rowsDone)
{
    private int accounts = 1;
    private int products = 1;
    private int places = 1;
    private int salespeople = 1;

    /// <summary>The chunks that are still to be loaded, the last one perhaps short. Ends with the checks on the whole file.</summary>
    /// <exception cref="Domain.RuleException">The file cannot be read to its end, or nothing in it can be used.</exception>
    public IEnumerable<SalesChunk> Run(CancellationToken cancel)
    {
        for (var more = true; more; )
        {
            cancel.ThrowIfCancellationRequested();
            (more, var chunk) = Next();
            if (!more)
                reader.Finish();
            if (chunk is not null)
                yield return chunk;
        }
    }

    private (bool More, SalesChunk? Chunk) Next()
    {
        var records = new List<SalesRecord>();
        var numbers = new List<(string, string)>();
        var rejected = new List<RejectedLine>();
        var wanted = reader.RowsRead >= rowsDone;
        var more = true;
        for (var row = 0; row < SalesChunk.Rows && (more = reader.Read()); row++)
        {
            if (reader.Problem is null)
                traits.Add(reader.Record, reader.Catalogue);
            if (!wanted)
                continue;
            if (reader.Problem is { } problem)
                rejected.Add(new(reader.RowsRead, reader.Sheet, reader.RowNumber, problem, reader.Cells()));
            else
            {
                records.Add(reader.Record);
                numbers.Add(Numbers(numbers));
            }
        }
        // The last chunk is given out even when it is empty: it carries the names of all rows that were skipped.
        if (more && !wanted)
            return (more, null);

        var catalogue = reader.Catalogue;
        var chunk = new SalesChunk
        {
            Accounts = [.. catalogue.Accounts.Skip(accounts).Select(account => account with { })],
            Products = [.. catalogue.Products.Skip(products)],
            Places = [.. catalogue.Places.Skip(places)],
            Salespeople = [.. catalogue.Salespeople.Skip(salespeople)],
            RowsDone = reader.RowsRead,
        };
        (accounts, products) = (catalogue.Accounts.Count, catalogue.Products.Count);
        (places, salespeople) = (catalogue.Places.Count, catalogue.Salespeople.Count);
        chunk.Records.AddRange(records);
        chunk.Numbers.AddRange(numbers);
        chunk.Rejected.AddRange(rejected);
        return (more, chunk);
    }

    // Lines of an order follow one another: the text of its number is shared.
    private (string OrderNo, string LineNo) Numbers(List<(string OrderNo, string LineNo)> before)
    {
        var order = reader.OrderNo;
        if (before.Count > 0 && before[^1].OrderNo == order)
            order = before[^1].OrderNo;
        return (order, reader.LineNo);
    }
}
