using System.Text;
using Jingke.Domain;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sales;
using Jingke.Web.Tabular.Sheets;
using Xunit;

namespace Jingke.Tests.Tabular;

/// <summary>A file made for one test, deleted after it.</summary>
internal sealed class Sheet : IDisposable
{
    private Sheet(string path) => Path = path;

    public string Path { get; }

    public static Sheet OfBytes(byte[] bytes, string extension = "csv")
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"jingke-{Guid.NewGuid():N}.{extension}");
        File.WriteAllBytes(path, bytes);
        return new(path);
    }

    public static Sheet Of(string text, Encoding? encoding = null, string extension = "csv")
    {
        encoding ??= new UTF8Encoding(false);
        return OfBytes([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], extension);
    }

    public static Encoding Named(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(name);
    }

    public ReadSales Read(string? mapping = null) => ReadSales.From(Path, mapping);

    public RuleException Refused(string? mapping = null) => Assert.Throws<RuleException>(() => Read(mapping));

    public void Dispose() => File.Delete(Path);
}

/// <summary>Everything a sales file said, read to its end.</summary>
internal sealed class ReadSales
{
    public List<SalesRecord> Lines { get; } = [];
    public List<(long Row, RowProblem Problem)> Rejected { get; } = [];
    public required SalesCatalogue Catalogue { get; init; }
    public required Layout Layout { get; init; }
    public required Formats Formats { get; init; }
    public decimal Total => Lines.Sum(line => line.Amount) / 10_000m;
    public string[] Codes => [.. Rejected.Select(row => row.Problem.Code)];

    public static ReadSales From(string path, string? mapping = null)
    {
        var map = mapping is null ? null : Mapping.Parse(mapping);
        using var file = SheetFile.Open(path, new(map?.Encoding, map?.Delimiter));
        var layout = Recognition.Run(file, FileKind.Sales, map);
        layout.RequireUsable();
        var formats = FormatScan.Run(file, layout);
        using var reader = new SalesReader(file, layout, formats);
        var read = new ReadSales
        {
            Catalogue = reader.Catalogue,
            Layout = layout,
            Formats = formats,
        };
        while (reader.Read())
            if (reader.Problem is { } problem)
                read.Rejected.Add((reader.RowNumber, problem));
            else
                read.Lines.Add(reader.Record);
        reader.Finish();
        return read;
    }

    public string Account(int line) => Catalogue.Accounts[Lines[line].Account].Name;
}
