using System.Globalization;
using Jingke.Domain;

namespace Jingke.Web.Features.SampleData;

/// <summary>Invents the orders: how often and how much each customer buys as the years go, with discounts, costs and returns.</summary>
internal sealed class SampleOrders(SampleWords words, SampleCalendar calendar, SampleRandom random)
{
    private const double ReturnRate = 0.012;
    private const int WalkInOrders = 45;
    private readonly Dictionary<string, double> costRatio = words.Categories.ToDictionary(each => each.Name, each => each.CostRatio);
    private readonly SampleAssortment assortment = new(words, random);
    private readonly List<Order> orders = [];

    private sealed record Order(DateOnly On, int Account, string Salesperson, List<Item> Items);

    /// <summary>What is ordered of one product.</summary>
    /// <param name="Product">Position in the list of products.</param>
    /// <param name="Pieces">Whole pieces; negative when they come back.</param>
    /// <param name="Rate">Discount, 0.08 is 8 %.</param>
    /// <param name="CostRatio">Cost as a part of the list price.</param>
    private readonly record struct Item(int Product, int Pieces, double Rate, double CostRatio);

    /// <summary>The lines of all orders, by day.</summary>
    public IReadOnlyList<SampleLine> Generate(IReadOnlyList<SampleCustomer> customers)
    {
        for (var at = 0; at < customers.Count; at++)
            OrdersOf(at, customers[at]);
        for (var each = 0; each < WalkInOrders; each++)
            orders.Add(new(calendar.Pick(random, calendar.First, calendar.Last), -1, "", Items(assortment.Of("", 2), 2_500, 0)));
        return Numbered();
    }

    private void OrdersOf(int at, SampleCustomer customer)
    {
        var (from, to) = Active(customer.Course);
        if (customer.Course == SampleCourse.Never)
            return;

        var favourites = assortment.Of(customer.Account.IndustryCode, (int)Math.Clamp(2 + Math.Pow(customer.Yearly / 40_000, 0.55), 2, 22));
        var perYear = Math.Clamp(3 * Math.Pow(customer.Yearly / 20_000, 0.38), 1.8, 60);
        var size = customer.Yearly / perYear;
        var rate = Math.Clamp((Math.Log10(Math.Max(customer.Yearly, 20_000)) - 4.3) * 0.055, 0, 0.17);
        if (customer.Course == SampleCourse.Once)
        {
            AddOrder(at, customer, calendar.Pick(random, from, to), favourites, size, rate);
            return;
        }

        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1))
        {
            var (first, last) = (month < from ? from : month, month.AddMonths(1).AddDays(-1) is var end && end > to ? to : end);
            var trend = Trend(customer.Course, (month.DayNumber - calendar.First.DayNumber) / 365.25);
            // A change shows half in the number of orders and half in their size.
            var count = random.Poisson(perYear * Math.Sqrt(trend) * calendar.ShareOfYear(first, last));
            for (var each = 0; each < count; each++)
                AddOrder(at, customer, calendar.Pick(random, first, last), favourites, size * Math.Sqrt(trend), rate);
        }
    }

    private void AddOrder(int at, SampleCustomer customer, DateOnly on, List<int> favourites, double size, double rate)
    {
        var order = new Order(on, at, customer.Salesperson ?? "", Items(favourites, size * random.LogNormal(0.5), rate));
        orders.Add(order);
        foreach (var item in order.Items)
            if (random.Happens(ReturnRate) && on.AddDays(random.Between(8, 40)) is var back && back <= calendar.Last)
                orders.Add(new(back, at, order.Salesperson, [item with { Pieces = -random.Between(1, item.Pieces) }]));
    }

    private (DateOnly From, DateOnly To) Active(SampleCourse course) =>
        course switch
        {
            SampleCourse.Left => (calendar.First, calendar.Last.AddDays(-random.Between(130, 700))),
            SampleCourse.New => (calendar.Last.AddDays(-random.Between(40, 500)), calendar.Last),
            _ => (calendar.First, calendar.Last),
        };

    private static double Trend(SampleCourse course, double years) =>
        course switch
        {
            SampleCourse.Rising => 0.5 * Math.Pow(1.75, years),
            SampleCourse.Falling => 1.7 * Math.Pow(0.62, years),
            _ => 0.95 * Math.Pow(1.06, years),
        };

    private List<Item> Items(List<int> favourites, double amount, double rate)
    {
        var count = Math.Min(favourites.Count, 1 + random.Poisson(1.5));
        var items = new List<Item>(count);
        foreach (var product in favourites.OrderBy(_ => random.Next()).Take(count))
        {
            var price = words.Products[product].Price / (double)Money.PerUnit;
            var pieces = (int)Math.Clamp(Math.Round(amount / count / price * random.LogNormal(0.3)), 1, 400);
            // What costs far more than the order is worth is not what this order is about.
            if (items.Count > 0 && price > amount * 1.5)
                continue;
            var given = Math.Round(Math.Clamp(rate + (0.015 * random.Normal()), 0, 0.25), 2);
            items.Add(new(product, pieces, given, costRatio[words.Products[product].Category] * random.LogNormal(0.04)));
        }
        return items;
    }

    private List<SampleLine> Numbered()
    {
        var lines = new List<SampleLine>(orders.Count * 3);
        foreach (var day in orders.GroupBy(order => order.On).OrderBy(day => day.Key))
        {
            var number = 0;
            foreach (var order in day)
            {
                var orderNo = string.Create(CultureInfo.InvariantCulture, $"SO{day.Key:yyMMdd}-{++number:000}");
                for (var each = 0; each < order.Items.Count; each++)
                    lines.Add(Line(order, order.Items[each], orderNo, each + 1));
            }
        }
        return lines;
    }

    private SampleLine Line(Order order, Item item, string orderNo, int lineNo)
    {
        var price = words.Products[item.Product].Price;
        var list = price * item.Pieces;
        var discount = Fen(list * item.Rate);
        return new(
            order.Account,
            orderNo,
            lineNo,
            order.On,
            item.Product,
            item.Pieces * Money.PerUnit,
            Fen(price * (1 - item.Rate)),
            list - discount,
            Fen(list * item.CostRatio),
            discount,
            order.Salesperson
        );
    }

    // To the fen, as an invoice says it.
    private static long Fen(double tenThousandths) => (long)Math.Round(tenThousandths / 100) * 100;
}
