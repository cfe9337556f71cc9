using System.Globalization;
using System.Text;
using Jingke.Web.Tabular.Values;
using Xunit;

namespace Jingke.Tests.Tabular;

public class NumberTextTests
{
    [Theory]
    [InlineData("1234.5", 1234.5)]
    [InlineData(" -12 ", -12)]
    [InlineData("+7", 7)]
    [InlineData("0", 0)]
    [InlineData(".5", 0.5)]
    [InlineData("1,234.50", 1234.5)]
    [InlineData("12,34,567.8", 1234567.8)]
    [InlineData("1'234.5", 1234.5)]
    [InlineData("1 234 567", 1234567)]
    [InlineData("¥1,234.50", 1234.5)]
    [InlineData("￥ 99", 99)]
    [InlineData("$1,000", 1000)]
    [InlineData("-$5.25", -5.25)]
    [InlineData("$-5.25", -5.25)]
    [InlineData("US$12", 12)]
    [InlineData("RMB 88.8", 88.8)]
    [InlineData("100 CNY", 100)]
    [InlineData("100元", 100)]
    [InlineData("12.5万", 125000)]
    [InlineData("1.2亿", 120000000)]
    [InlineData("3萬元", 30000)]
    [InlineData("(300.00)", -300)]
    [InlineData("($1,250)", -1250)]
    [InlineData("（300）", -300)]
    [InlineData("300.00-", -300)]
    [InlineData("−8", -8)]
    [InlineData("１２３．４５", 123.45)]
    [InlineData("１，２３４", 1234)]
    [InlineData("1.5E+4", 15000)]
    [InlineData("2.5e-2", 0.025)]
    [InlineData("125.43999999999998", 125.44)]
    [InlineData("-60.70400000000001", -60.704)]
    [InlineData("0.00005", 0)]
    [InlineData("0.00015", 0.0002)]
    [InlineData("0.000150001", 0.0002)]
    [InlineData("99.99995", 100)]
    public void A_number_is_read_to_four_decimals(string text, double expected)
    {
        Assert.Equal(ReadResult.Ok, NumberText.Read(Encoding.UTF8.GetBytes(text), DecimalMark.Point, out var value));
        Assert.Equal((long)Math.Round(expected * 10_000), value.TenThousandths);
    }

    [Theory]
    [InlineData("1.234,56", 1234.56)]
    [InlineData("12,5", 12.5)]
    [InlineData("1.234", 1234)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("-1.000,00 €", -1000)]
    public void A_decimal_comma_is_read_where_its_column_has_one(string text, double expected)
    {
        Assert.Equal(ReadResult.Ok, NumberText.Read(Encoding.UTF8.GetBytes(text), DecimalMark.Comma, out var value));
        Assert.Equal((long)Math.Round(expected * 10_000), value.TenThousandths);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1,23")]
    [InlineData("1.2.3")]
    [InlineData("12a")]
    [InlineData("--5")]
    [InlineData("=1+1")]
    [InlineData("#DIV/0!")]
    [InlineData("2024-03-05")]
    [InlineData(".")]
    [InlineData("1e")]
    [InlineData("1e999999")]
    [InlineData("NaN1")]
    [InlineData("∞")]
    public void What_is_no_number_is_refused(string text)
    {
        Assert.Equal(ReadResult.Unreadable, NumberText.Read(Encoding.UTF8.GetBytes(text), DecimalMark.Point, out _));
    }

    [Theory]
    [InlineData("100000000000001")]
    [InlineData("99999999999999999999")]
    [InlineData("1e30")]
    [InlineData("9999999亿")]
    [InlineData("123456789012345678901234567890123456789012345")]
    public void A_number_beyond_all_reason_is_out_of_range(string text)
    {
        Assert.Equal(ReadResult.OutOfRange, NumberText.Read(Encoding.UTF8.GetBytes(text), DecimalMark.Point, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("-")]
    [InlineData("NULL")]
    [InlineData("N/A")]
    [InlineData("nan")]
    [InlineData("　")]
    public void Blanks_and_words_for_nothing_are_blank(string text)
    {
        Assert.Equal(ReadResult.Blank, NumberText.Read(Encoding.UTF8.GetBytes(text), DecimalMark.Point, out _));
    }

    [Theory]
    [InlineData("15%", "Percent", 0.15)]
    [InlineData("8折", "PartPaid", 0.8)]
    [InlineData("85折", "PartPaid", 0.85)]
    [InlineData("9.5折", "PartPaid", 0.95)]
    public void Rates_say_that_they_are_rates(string text, string form, double expected)
    {
        Assert.Equal(ReadResult.Ok, NumberText.Read(Encoding.UTF8.GetBytes(text), DecimalMark.Point, out var value));
        Assert.Equal((Enum.Parse<NumberForm>(form), (long)Math.Round(expected * 10_000)), (value.Form, value.TenThousandths));
    }

    [Fact]
    public void Any_amount_written_in_any_way_reads_back_as_itself()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var value = random.NextInt64(-99_999_999_999_999, 99_999_999_999_999) / (long)Math.Pow(10, random.Next(0, 12));
            var number = value / 10_000m;
            foreach (
                var text in new[]
                {
                    number.ToString(CultureInfo.InvariantCulture),
                    number.ToString("N4", CultureInfo.InvariantCulture),
                    "¥" + number.ToString("#,##0.####;(#,##0.####)", CultureInfo.InvariantCulture),
                    number.ToString("0.0000;0.0000-", CultureInfo.InvariantCulture),
                }
            )
            {
                var result = NumberText.Read(
                    Encoding.UTF8.GetBytes(text.Replace("¥(", "(¥", StringComparison.Ordinal)),
                    DecimalMark.Point,
                    out var read
                );

                Assert.True(result == ReadResult.Ok && read.TenThousandths == value, $"{text} of {value}: {result} {read}");
            }
            Assert.Equal(
                ReadResult.Ok,
                NumberText.Read(
                    Encoding.UTF8.GetBytes(number.ToString("N4", CultureInfo.GetCultureInfo("de-DE"))),
                    DecimalMark.Comma,
                    out var german
                )
            );
            Assert.Equal(value, german.TenThousandths);
        }
    }
}
