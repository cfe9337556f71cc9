using Jingke.Analytics.Ledger;
using Jingke.Analytics.Periods;
using Xunit;

namespace Jingke.Tests.Analytics;

public class LedgerTests
{
    [Fact]
    public void Lines_lie_together_by_account_and_by_day_with_orders_numbered_by_appearance()
    {
        var ledger = new Company(
            3,
            new Sale(2, new(2024, 1, 3), 7, "x"),
            new Sale(0, new(2024, 1, 9), 1, "b"),
            new Sale(0, new(2024, 1, 2), 2, "a"),
            new Sale(0, new(2024, 1, 9), 3, "a"),
            new Sale(0, new(2024, 1, 9), 4)
        ).Ledger();

        Assert.Equal(((0, 4), (4, 4), (4, 5)), (ledger.LinesOf(0), ledger.LinesOf(1), ledger.LinesOf(2)));
        Assert.Equal([2, 1, 3, 4, 7], ledger.Amounts.ToArray());
        Assert.Equal([0, 1, 0, 2, 0], ledger.Orders.ToArray());
        Assert.Equal([0, 7, 7, 7, 1], ledger.Days.ToArray().Select(day => (int)day));
        Assert.Equal((new DateOnly(2024, 1, 2), new DateOnly(2024, 1, 9)), (ledger.FirstOn, ledger.LastOn));
        Assert.Equal([1, 3, 4], ledger.AmountsOf(0, new DayRange(new(2024, 1, 3), new(2024, 1, 9))).ToArray());
        Assert.Empty(ledger.AmountsOf(0, new DayRange(new(2024, 1, 3), new(2024, 1, 8))).ToArray());
    }

    [Fact]
    public void Segments_filled_by_several_threads_give_every_line_once()
    {
        var builder = new SalesLedgerBuilder();
        const int perThread = 150_000;
        Parallel.For(
            0,
            8,
            thread =>
            {
                var segment = builder.NewSegment();
                for (var i = 0; i < perThread; i++)
                {
                    var day = new DateOnly(2024, 1, 1).AddDays((i * 7) % 300);
                    segment.Append(
                        new SalesLine
                        {
                            Account = (i * 31) % 997,
                            Day = day,
                            Amount = (thread * perThread) + i,
                            OrderKey = 5,
                        }
                    );
                }

                Assert.Equal(perThread, segment.Count);
            }
        );

        var ledger = builder.Build(Company.Directory(997), places: new Company(0).Places);

        Assert.Equal(8 * perThread, ledger.LineCount);
        Assert.Equal(Enumerable.Range(0, 8 * perThread).Select(i => (long)i), ledger.Amounts.ToArray().Order());
        for (var account = 0; account < 997; account++)
        {
            var (start, end) = ledger.LinesOf(account);
            for (var line = start; line < end; line++)
            {
                Assert.True(line == start || ledger.Days[line - 1] <= ledger.Days[line]);
                Assert.Equal(account, (int)(ledger.Amounts[line] % perThread * 31 % 997));
            }
        }
    }

    [Fact]
    public void A_full_line_takes_at_most_40_bytes_and_columns_nobody_uses_take_none()
    {
        var full = new Company(
            1,
            new Sale(0, new(2024, 1, 1), 3, "a", 1, 1, Quantity: 123_4567, Cost: 5, Discount: 99),
            new Sale(0, new(2024, 1, 1), 3, "a", 1, 1, Quantity: -3, Cost: null, Discount: 1)
        ).Ledger();
        var lean = new Company(1, new Sale(0, new(2024, 1, 1), 3)).Ledger();

        Assert.InRange(full.Bytes / full.LineCount, 30, 40);
        Assert.Equal(14, lean.Bytes);
        Assert.Equal((123_4567L, -3L), (full.QuantityOf(0), full.QuantityOf(1)));
        Assert.Equal((5L, null), (full.CostOf(0), full.CostOf(1)));
        Assert.Equal((99L, 1L), (full.DiscountOf(0), full.DiscountOf(1)));
        Assert.False(lean.HasCost || lean.HasQuantity || lean.HasDiscount || lean.HasProducts);
    }

    [Theory]
    [InlineData(10_000L, 70_000L)]
    [InlineData(100L, 40_000L)]
    [InlineData(1L, 3L)]
    [InlineData(99_999_999_999_999L, -1L)]
    [InlineData(-21_474_836_480_000L, 10_000L)]
    public void Quantities_are_kept_exactly_whatever_their_size(long first, long second)
    {
        var ledger = new Company(
            1,
            new Sale(0, new(2024, 1, 1), 1, Quantity: first),
            new Sale(0, new(2024, 1, 2), 1, Quantity: second),
            new Sale(0, new(2024, 1, 3), 1)
        ).Ledger();

        Assert.Equal((first, second, 0L), (ledger.QuantityOf(0), ledger.QuantityOf(1), ledger.QuantityOf(2)));
    }

    [Fact]
    public void A_date_centuries_off_is_named()
    {
        var sales = Enumerable.Range(0, 10).Select(i => new Sale(0, new(2024, 1, 1 + i), 1)).Append(new Sale(0, new(202, 4, 1), 1));

        var refusal = Assert.Throws<LedgerDateException>(() => new Company(1, [.. sales]).Ledger());

        Assert.Equal(new DateOnly(202, 4, 1), refusal.Date);
        Assert.Contains("0202-04-01", refusal.Message);
    }

    [Fact]
    public void A_line_of_an_account_product_or_place_that_is_not_there_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Company(1, new Sale(1, new(2024, 1, 1), 1)).Ledger());
        Assert.Throws<ArgumentException>(() => new Company(1, new Sale(0, new(2024, 1, 1), 1, Product: 10)).Ledger());
        Assert.Throws<ArgumentException>(() => new Company(1, new Sale(0, new(2024, 1, 1), 1, Place: 8)).Ledger());
    }

    [Fact]
    public void Another_directory_shares_the_lines_and_may_add_accounts()
    {
        var ledger = new Company(2, new Sale(1, new(2024, 1, 1), 9)).Ledger();

        var changed = ledger.WithDirectory(Company.Directory(4));

        Assert.True(ledger.Amounts == changed.Amounts);
        Assert.Equal((4, (0, 1), (1, 1)), (changed.AccountCount, changed.LinesOf(1), changed.LinesOf(3)));
        Assert.NotEmpty(Everything.Of(LedgerView.Of(changed)));
        Assert.Throws<ArgumentException>(() => ledger.WithDirectory(Company.Directory(1)));
        Assert.Equal((1, -1), (changed.Accounts.IndexOf(1001), changed.Accounts.IndexOf(5)));
    }

    [Fact]
    public void Unattributed_lines_are_totals_by_period_and_nobody_s_sales()
    {
        var builder = new SalesLedgerBuilder();
        builder.Unattributed.Add(new(2024, 1, 1), 50);
        builder.Unattributed.Add(new(2024, 1, 1), -20);
        builder.Unattributed.Add(new(2024, 2, 1), 7, lines: 3);

        var ledger = builder.Build(Company.Directory(1));

        Assert.Equal((5L, 37L), ledger.Unattributed.Total());
        Assert.Equal((2L, 30L), ledger.Unattributed.Total(new DayRange(new(2023, 12, 1), new(2024, 1, 31))));
        Assert.Equal(0, ledger.LineCount);
    }

    [Fact]
    public void Places_beyond_the_last_index_fold_to_their_province()
    {
        var book = new PlaceBook(limit: 5);

        var first = book.IndexOf(new Place("中国", "", "37", "山东", "济南"));
        var second = book.IndexOf(new Place("中国", "", "37", "山东", "青岛"));
        var other = book.IndexOf(new Place("中国", "", "44", "广东", "广州"));
        var folded = book.IndexOf(new Place("中国", "", "37", "山东", "烟台"));

        Assert.Equal((2, 3, 4, 1), (first, second, other, folded));
        Assert.Equal(2, book.Folded); // 广州 as well: only its province found room
        Assert.Equal("", book.ToDirectory()[folded].City);
        Assert.Equal(0, book.IndexOf(Place.Unknown));
        Assert.Throws<InvalidOperationException>(() => book.IndexOf(new Place("中国", "", "21", "辽宁", "大连")));
    }

    [Fact]
    public void Sets_of_accounts_meet_and_join_and_null_means_all()
    {
        var (even, small) = (AccountSet.Where(100, account => account % 2 == 0), AccountSet.Where(70, account => account < 5));

        Assert.Equal([0, 2, 4], AccountSet.Intersect(even, small)!.ToArray());
        Assert.Equal(52, AccountSet.Union(even, small)!.Count);
        Assert.Same(even, AccountSet.Intersect(null, even));
        Assert.Null(AccountSet.Union(null, even));
        Assert.False(small.Contains(70) || small.Contains(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => small.Add(70));
    }
}
