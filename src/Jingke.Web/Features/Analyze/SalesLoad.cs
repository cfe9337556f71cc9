using Jingke.Analytics.Ledger;
using Jingke.Domain;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sales;
using Jingke.Web.Tabular.Sheets;

namespace Jingke.Web.Features.Analyze;

/// <summary>Streams a sales file into a ledger.</summary>
internal sealed class SalesLoad
{
    private readonly SalesLedgerBuilder builder = new();
    private readonly SortedDictionary<int, (long Lines, long Amount)> unattributed = [];
    private readonly PlaceBook places = new();
    private readonly List<ushort> placeOf = [0];

    /// <summary>Who, what and where the file names.</summary>
    public required SalesCatalogue Catalogue { get; init; }

    public required Layout Layout { get; init; }

    public required ProblemTally Problems { get; init; }

    public LineCounts Lines { get; private set; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Newest day of any line that counts, with or without an account; null when there is none.</summary>
    public DateOnly? Newest { get; private set; }

    /// <summary>Oldest day of any line that counts.</summary>
    public DateOnly? Oldest { get; private set; }

    /// <summary>Reads the file to its end.</summary>
    /// <exception cref="RuleException">The file cannot be read, or nothing in it can be used.</exception>
    public static SalesLoad Run(AnalyzeArguments arguments, Mapping mapping)
    {
        using var file = SheetFile.Open(arguments.Sales, new(mapping.Encoding, mapping.Delimiter));
        var layout = Recognition.Run(file, FileKind.Sales, mapping);
        layout.RequireUsable();
        var formats = FormatScan.Run(file, layout);
        using var reader = new SalesReader(file, layout, formats, identify: false);
        using var rejects = arguments.Rejects is { } path ? new RejectsFile(path, layout) : null;
        var load = new SalesLoad
        {
            Catalogue = reader.Catalogue,
            Layout = layout,
            Problems = reader.Problems,
        };
        load.Read(reader, rejects, arguments.AsOf?.DayNumber ?? int.MaxValue);
        reader.Finish();
        return load;
    }

    /// <summary>Builds the ledger of what was read; call it once.</summary>
    public SalesLedger Build(AccountDirectory accounts)
    {
        foreach (var (day, (lines, amount)) in unattributed)
            builder.Unattributed.Add(DateOnly.FromDayNumber(day), amount, lines);
        return builder.Build(accounts, Products(), places.ToDirectory());
    }

    /// <summary>The place of an account as the ledger numbers it.</summary>
    public ushort IndexOf(Place place) => places.IndexOf(place);

    private void Read(SalesReader reader, RejectsFile? rejects, int asOf)
    {
        var segment = builder.NewSegment();
        var (identical, unnamed, later, oldest, newest) = (0L, 0L, 0L, int.MaxValue, 0);
        while (reader.Read())
        {
            if (reader.Problem is { } problem)
            {
                rejects?.Add(reader, problem);
                continue;
            }
            ref readonly var record = ref reader.Record;
            if (record.IsIdentical)
                identical++;
            if (record.Account == 0)
                unnamed++;
            if (record.Day > asOf)
            {
                later++;
                continue;
            }
            (oldest, newest) = (Math.Min(oldest, record.Day), Math.Max(newest, record.Day));
            if (record.Account == 0)
                AddUnattributed(record.Day, record.Amount);
            else
                segment.Append(LineOf(in record));
        }
        Lines = new(reader.RowsRead, reader.Accepted, reader.Problems.Count, identical, unnamed, later);
        if (newest > 0)
            (Oldest, Newest) = (DateOnly.FromDayNumber(oldest), DateOnly.FromDayNumber(newest));
    }

    private SalesLine LineOf(ref readonly SalesRecord record) =>
        new()
        {
            Account = record.Account - 1,
            Day = DateOnly.FromDayNumber(record.Day),
            Amount = record.Amount,
            OrderKey = record.OrderKey,
            Product = record.Product,
            Place = PlaceOf(record.Place),
            Quantity = record.Quantity ?? 0,
            Cost = record.Cost,
            Discount = record.Discount ?? 0,
        };

    private ushort PlaceOf(int place)
    {
        while (placeOf.Count <= place)
        {
            var named = Catalogue.Places[placeOf.Count];
            placeOf.Add(places.IndexOf(new Place(named.Country, named.Zone, named.ProvinceCode, named.Province, named.City)));
        }
        return placeOf[place];
    }

    private void AddUnattributed(int day, long amount)
    {
        var (lines, sum) = unattributed.GetValueOrDefault(day);
        unattributed[day] = (lines + 1, sum + amount);
    }

    private ProductDirectory Products()
    {
        var products = Catalogue.Products;
        return new(
            [.. Enumerable.Range(0, products.Count).Select(index => (long)index)],
            [.. products.Select(product => product.Code)],
            [.. products.Select(product => product.Name)],
            CodedColumn.Of([.. products.Select(product => product.Category)])
        );
    }
}
