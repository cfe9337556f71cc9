using System.Text;
using Jingke.Web.Tabular.Values;
using Xunit;

namespace Jingke.Tests.Tabular;

public class DateTextTests
{
    [Theory]
    [InlineData("2024-03-05")]
    [InlineData(" 2024-3-5 ")]
    [InlineData("2024/3/5")]
    [InlineData("2024.03.05")]
    [InlineData("20240305")]
    [InlineData("20240305093000")]
    [InlineData("2024-03-05 09:30:00")]
    [InlineData("2024-03-05T09:30:00.000+08:00")]
    [InlineData("2024-03-05T01:30:00Z")]
    [InlineData("2024/3/5 9:30")]
    [InlineData("2024年3月5日")]
    [InlineData("2024年03月05日 10时30分")]
    [InlineData("2024年3月5日 星期二")]
    [InlineData("２０２４年３月５日")]
    [InlineData("２０２４－０３－０５")]
    [InlineData("民国113年3月5日")]
    [InlineData("5 March 2024")]
    [InlineData("March 5, 2024")]
    [InlineData("Mar-05-2024")]
    [InlineData("05-Mar-24")]
    [InlineData("Tue, 5 Mar 2024 08:26:00 GMT")]
    [InlineData("5-3月-24")]
    [InlineData("45356")]
    [InlineData("45356.3958333333")]
    public void A_date_that_tells_itself_needs_no_order(string text)
    {
        foreach (var order in Enum.GetValues<DateOrder>())
        {
            var result = DateText.Read(Encoding.UTF8.GetBytes(text), order, false, out var day);

            Assert.Equal(ReadResult.Ok, result);
            Assert.Equal(new DateOnly(2024, 3, 5), DateOnly.FromDayNumber(day));
        }
    }

    [Theory]
    [InlineData("3/5/2024", "mdy")]
    [InlineData("03/05/24", "mdy")]
    [InlineData("3/5/2024 8:26 AM", "mdy")]
    [InlineData("5/3/2024", "dmy")]
    [InlineData("05.03.2024", "dmy")]
    [InlineData("5-3-24", "dmy")]
    [InlineData("24-03-05", "ymd")]
    [InlineData("24/3/5", "ymd")]
    public void A_date_of_three_numbers_follows_the_order_of_its_column(string text, string order)
    {
        Assert.Equal(ReadResult.Ok, DateText.Read(Encoding.UTF8.GetBytes(text), DateOrders.Named(order)!.Value, false, out var day));
        Assert.Equal(new DateOnly(2024, 3, 5), DateOnly.FromDayNumber(day));
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2024-13-01")]
    [InlineData("2024-00-10")]
    [InlineData("2024年2月30日")]
    [InlineData("2024-03")]
    [InlineData("3月5日")]
    [InlineData("yesterday")]
    [InlineData("12:30")]
    [InlineData("2024-03-05 abc")]
    [InlineData("1/2/3/4")]
    [InlineData("99/99/9999")]
    [InlineData("123456")]
    [InlineData("45356 apples")]
    [InlineData("=TODAY()")]
    [InlineData("２０２４年")]
    public void What_is_no_date_is_refused(string text)
    {
        Assert.Equal(ReadResult.Unreadable, DateText.Read(Encoding.UTF8.GetBytes(text), DateOrder.Mdy, false, out _));
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1949-12-31")]
    [InlineData("9999-12-31")]
    [InlineData("2101-01-01")]
    [InlineData("12345")]
    public void A_date_outside_1950_to_2100_is_a_slip(string text)
    {
        Assert.Equal(ReadResult.OutOfRange, DateText.Read(Encoding.UTF8.GetBytes(text), DateOrder.Mdy, false, out _));
    }

    [Fact]
    public void A_date_of_the_other_order_is_told_apart_from_nonsense()
    {
        Assert.Equal(ReadResult.OtherOrder, DateText.Read("25/12/2024"u8, DateOrder.Mdy, false, out _));
        Assert.Equal(ReadResult.OtherOrder, DateText.Read("12/25/2024"u8, DateOrder.Dmy, false, out _));
        Assert.Equal(ReadResult.Unreadable, DateText.Read("25/25/2024"u8, DateOrder.Dmy, false, out _));
    }

    [Fact]
    public void Days_of_an_old_macintosh_workbook_count_from_1904()
    {
        Assert.Equal(ReadResult.Ok, DateText.Read("43894"u8, DateOrder.Ymd, true, out var day));
        Assert.Equal(new DateOnly(2024, 3, 5), DateOnly.FromDayNumber(day));
    }

    [Theory]
    [InlineData("49", 2049)]
    [InlineData("50", 1950)]
    [InlineData("00", 2000)]
    public void Two_digit_years_turn_at_fifty(string year, int expected)
    {
        Assert.Equal(ReadResult.Ok, DateText.Read(Encoding.UTF8.GetBytes($"15/06/{year}"), DateOrder.Dmy, false, out var day));
        Assert.Equal(expected, DateOnly.FromDayNumber(day).Year);
    }

    [Fact]
    public void Every_day_reads_the_same_in_every_way_of_writing_it()
    {
        for (var day = new DateOnly(1999, 12, 20); day < new DateOnly(2004, 3, 10); day = day.AddDays(1))
            foreach (
                var (form, order) in new[]
                {
                    ("yyyy-MM-dd", DateOrder.Mdy),
                    ("yyyy/M/d", DateOrder.Dmy),
                    ("yyyyMMdd", DateOrder.Ymd),
                    ("d/M/yyyy", DateOrder.Dmy),
                    ("M/d/yyyy", DateOrder.Mdy),
                    ("dd.MM.yyyy", DateOrder.Dmy),
                    ("d MMM yyyy", DateOrder.Ymd),
                    ("MMMM d, yyyy", DateOrder.Ymd),
                    ("yyyy'年'M'月'd'日'", DateOrder.Ymd),
                }
            )
            {
                var text = day.ToString(form, System.Globalization.CultureInfo.InvariantCulture);

                Assert.Equal(ReadResult.Ok, DateText.Read(Encoding.UTF8.GetBytes(text), order, false, out var read));
                Assert.Equal(day.DayNumber, read);
            }
    }
}
