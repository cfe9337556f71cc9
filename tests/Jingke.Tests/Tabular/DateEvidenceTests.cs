using System.Text;
using Jingke.Web.Tabular.Values;
using Xunit;

namespace Jingke.Tests.Tabular;

public class DateEvidenceTests
{
    [Theory]
    [InlineData("dmy", "1/2/2024", "13/2/2024")]
    [InlineData("mdy", "1/2/2024", "2/13/2024")]
    [InlineData("mdy", "1/2/10", "12/31/10")]
    [InlineData("dmy", "01.02.2024", "31.12.2024")]
    public void A_day_above_twelve_tells_the_order(string expected, params string[] column)
    {
        Assert.Equal(DateOrders.Named(expected), Of(column).Decided);
    }

    [Fact]
    public void Dates_that_all_read_in_two_ways_are_ambiguous()
    {
        var evidence = Of("5/5/2024", "1/2/2024", "3/4/2024");

        Assert.True(evidence.IsAmbiguous);
        Assert.Equal("1/2/2024", evidence.Example);
    }

    [Theory]
    [InlineData("2024-01-02", "2024-03-04")]
    [InlineData("5/5/2024", "7/7/2024")]
    [InlineData("45356", "5 Mar 2024")]
    public void Dates_that_read_in_one_way_only_ask_nothing(params string[] column)
    {
        var evidence = Of(column);

        Assert.False(evidence.IsAmbiguous);
        Assert.False(evidence.IsMixed);
    }

    [Fact]
    public void About_as_many_of_one_order_as_of_the_other_are_mixed()
    {
        Assert.True(Of("13/2/2024", "2/13/2024").IsMixed);
    }

    [Fact]
    public void One_slip_among_many_does_not_make_a_column_mixed()
    {
        var evidence = new DateEvidence();
        for (var day = 13; day <= 30; day++)
        for (var month = 1; month <= 12; month++)
            if (month != 2)
                evidence.Add(Encoding.UTF8.GetBytes($"{day}/{month}/2024"));
        evidence.Add("2/13/2024"u8);

        Assert.Equal(DateOrder.Dmy, evidence.Decided);
    }

    [Fact]
    public void First_numbers_of_more_than_fifteen_values_are_no_years()
    {
        var evidence = new DateEvidence();
        for (var day = 1; day <= 28; day++)
            evidence.Add(Encoding.UTF8.GetBytes($"{day}/6/24"));

        Assert.Equal(DateOrder.Dmy, evidence.Decided);
    }

    [Fact]
    public void Two_digits_all_round_are_asked_about()
    {
        Assert.True(Of("24-03-05", "24-03-25", "23-11-30").IsAmbiguous);
    }

    private static DateEvidence Of(params string[] column)
    {
        var evidence = new DateEvidence();
        foreach (var cell in column)
            evidence.Add(Encoding.UTF8.GetBytes(cell));
        return evidence;
    }
}
