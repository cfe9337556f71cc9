using System.IO.Compression;
using Xunit;

namespace Jingke.Tests.Tabular;

/// <summary>Real files with known totals. They lie beside the repository and are not part of it.</summary>
public class KnownDataTests
{
    [Theory]
    [InlineData("superstore_cn/orders.csv")]
    [InlineData("superstore_cn/original.xls")]
    public void The_superstore_file_is_read_to_the_fen(string name)
    {
        var read = ReadSales.From(DataSets.PathOf(name));

        Assert.Empty(read.Rejected);
        Assert.Equal(10_000, read.Lines.Count);
        Assert.Equal(16_117_548.24m, Math.Round(read.Total, 2));
        Assert.Equal(790, read.Catalogue.Accounts.Count - 1);
        Assert.Equal(37_675, read.Lines.Sum(line => line.Quantity!.Value) / 10_000);
        Assert.Equal(2_156_559.52m, Math.Round(read.Lines.Sum(line => line.Amount - line.Cost!.Value) / 10_000m, 2));
        Assert.Equal(31, read.Lines.Select(line => read.Catalogue.Places[line.Place].ProvinceCode).Distinct().Count());
        Assert.DoesNotContain("", read.Catalogue.Places.Skip(1).Select(place => place.ProvinceCode));
    }

    [Fact]
    public void Both_forms_of_the_superstore_file_give_the_same_lines()
    {
        var csv = ReadSales.From(DataSets.PathOf("superstore_cn/orders.csv"));
        var xls = ReadSales.From(DataSets.PathOf("superstore_cn/original.xls"));

        Assert.Equal(csv.Lines.Select(line => (line.Id, line.Content)), xls.Lines.Select(line => (line.Id, line.Content)));
    }

    [Fact]
    public void Every_line_of_the_cdnow_master_file_is_read_through_a_mapping()
    {
        using var unpacked = new MemoryStream();
        using (var packed = new GZipStream(File.OpenRead(DataSets.PathOf("cdnow/CDNOW_master.txt.gz")), CompressionMode.Decompress))
            packed.CopyTo(unpacked);
        using var file = Sheet.OfBytes(unpacked.ToArray(), "txt");

        var read = file.Read(
            """{"delimiter":"blank","columns":{"account":"customer_id","date":"date","quantity":"number_of_cds","amount":"dollar_value"}}"""
        );

        Assert.Empty(read.Rejected);
        Assert.Equal(69_659, read.Lines.Count);
        Assert.Equal(23_570, read.Catalogue.Accounts.Count - 1);
        Assert.Equal("00001", read.Catalogue.Accounts[1].Code);
        Assert.Equal(2_500_315.63m, read.Total);
    }

    [Fact]
    public void The_cdnow_sample_without_headers_is_read_by_column_number()
    {
        var read = ReadSales.From(
            DataSets.PathOf("cdnow/CDNOW_sample.txt"),
            """{"delimiter":"blank","header":false,"columns":{"account":2,"date":3,"quantity":4,"amount":5}}"""
        );

        Assert.Equal(6_919, read.Lines.Count);
        Assert.Equal(2_357, read.Catalogue.Accounts.Count - 1);
        Assert.Equal(244_091.94m, read.Total);
    }
}
