namespace Jingke.Benchmarks.Company;

/// <summary>
/// A company that sells to other companies, made up from a seed: the same arguments give the same lines everywhere. Three years to
/// 2025-12-31 in the order of days; few accounts buy most, some leave and some are new; orders have 1 to 12 lines, one line in fifty is
/// a return, three in a hundred have no cost, sales grow from year to year.
/// </summary>
internal sealed class GeneratedCompany
{
    public const int ProductCount = 2_000;

    private const ulong Seed = 20_260_101;
    private const double Skew = 2.4;

    private static readonly int FirstDay = new DateOnly(2023, 1, 1).DayNumber;

    /// <summary>The day of the newest line.</summary>
    public static readonly int LastDay = new DateOnly(2025, 12, 31).DayNumber;

    private readonly int[] joined;
    private readonly int[] left;
    private readonly double[] scale;

    /// <summary>Plans the company.</summary>
    /// <param name="lines">Number of lines.</param>
    /// <param name="accounts">Number of accounts; a few of the smallest may buy nothing.</param>
    public GeneratedCompany(int lines, int accounts)
    {
        Lines = lines;
        Places = CompanyWords.Places();
        Accounts = new CompanyAccount[accounts];
        (joined, left, scale) = (new int[accounts], new int[accounts], new double[accounts]);
        for (var at = 0; at < accounts; at++)
            Accounts[at] = MakeAccount(at);

        Products = new CompanyProduct[ProductCount];
        for (var at = 0; at < Products.Length; at++)
            Products[at] = MakeProduct(at);
    }

    /// <summary>Number of lines.</summary>
    public int Lines { get; }

    /// <summary>The accounts; account 1 is entry 0.</summary>
    public CompanyAccount[] Accounts { get; }

    /// <summary>The products; product 1 is entry 0.</summary>
    public CompanyProduct[] Products { get; }

    /// <summary>The places; place 1 is entry 0.</summary>
    public CompanyPlace[] Places { get; }

    /// <summary>The lines, by day and order.</summary>
    public IEnumerable<CompanyLine> AllLines()
    {
        var dice = new Dice(Seed);
        for (int line = 0, order = 1; line < Lines; order++)
        {
            // The derivative of this curve rises: the last month has almost twice the lines of the first.
            var through = (double)line / Lines;
            var day = FirstDay + (int)((LastDay - FirstDay + 1) * ((1.3 * through) - (0.3 * through * through)));
            var account = PickAccount(ref dice, day);
            var place = dice.Below(20) == 0 ? dice.Below(Places.Length) + 1 : Accounts[account].Place;
            var count = Math.Min(1 + (int)(11 * Math.Pow(dice.Share(), 2)), Lines - line);
            for (var number = 1; number <= count; number++, line++)
                yield return MakeLine(ref dice, order, number, day, account, place);
        }
    }

    private int PickAccount(ref Dice dice, int day)
    {
        while (true)
        {
            var account = (int)(Accounts.Length * Math.Pow(dice.Share(), Skew));
            if (joined[account] <= day && day <= left[account])
                return account;
        }
    }

    private CompanyLine MakeLine(ref Dice dice, int order, int number, int day, int account, int place)
    {
        var product = (int)(ProductCount * Math.Pow(dice.Share(), 1.8));
        var pieces = 1 + (int)(scale[account] * dice.Share());
        var list = Products[product].Price * pieces;
        var discount = dice.Below(4) == 0 ? list * dice.Below(20) / 100 / 100 * 100 : 0;
        var amount = list - discount;
        var sign = dice.Below(50) == 0 ? -1 : 1;
        long? cost = dice.Below(100) < 3 ? null : sign * (amount * (55 + dice.Below(35)) / 100 / 100 * 100);
        return new(order, number, day, account + 1, product + 1, place, sign * pieces * 10_000L, sign * amount, cost, sign * discount);
    }

    /// <summary>The first accounts buy often; how much they buy at once goes with it, but not strictly.</summary>
    private CompanyAccount MakeAccount(int at)
    {
        var dice = new Dice(Dice.Mix(Seed + (ulong)at));
        var span = LastDay - FirstDay;
        joined[at] = dice.Below(3) == 0 ? FirstDay + dice.Below(span) : FirstDay;
        left[at] = dice.Below(5) == 0 ? joined[at] + (span / 6) + dice.Below(span) : LastDay;
        scale[at] = 1 + (40 * Math.Pow(dice.Share(), 3)) + (30 * Math.Pow(1 - ((double)at / Accounts.Length), 4));
        var code = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"KH{at + 1:0000000}");
        var place = dice.Below(Places.Length) + 1;
        var name = $"{Places[place - 1].City.ShortName}{Syllables(dice.Next())}有限公司{at + 1}";
        return new(
            code,
            name,
            1 + dice.Below(CompanyWords.Industries.Length - 1),
            1 + dice.Below(CompanyWords.Sizes.Length - 1),
            1 + dice.Below(CompanyWords.Ownerships.Length - 1),
            place
        );
    }

    private static CompanyProduct MakeProduct(int at)
    {
        var dice = new Dice(Dice.Mix(Seed ^ ((ulong)at << 32)));
        var category = 1 + dice.Below(CompanyWords.Categories.Length - 1);
        var code = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"P{at + 1:00000}");
        return new(
            code,
            $"{CompanyWords.Categories[category]}{at + 1}型",
            category,
            100 * (500 + (long)(200_000 * Math.Pow(dice.Share(), 3)))
        );
    }

    private static string Syllables(ulong bits)
    {
        const string Characters = "华金鑫盛达恒隆泰瑞丰宏远东海天成永兴德信";
        return string.Create(
            3,
            bits,
            (text, from) =>
            {
                for (var i = 0; i < text.Length; i++, from >>= 16)
                    text[i] = Characters[(int)(from & 0xFFFF) % Characters.Length];
            }
        );
    }
}
