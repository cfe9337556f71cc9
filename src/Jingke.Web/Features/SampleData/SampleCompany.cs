using Jingke.Domain.People;

namespace Jingke.Web.Features.SampleData;

/// <summary>A team, and the team above it.</summary>
internal sealed record SampleTeam(string Name, string? Parent);

/// <summary>A colleague.</summary>
internal sealed record SamplePerson(string UserName, string Name, Role Role, string? Team);

/// <summary>A product category below another one, and the usual cost as a part of the price.</summary>
internal sealed record SampleCategory(string Name, string Parent, double CostRatio);

/// <summary>A product; the list price is in ten-thousandths.</summary>
internal sealed record SampleProduct(string Code, string Name, string Category, long Price);

/// <summary>A person at a customer.</summary>
internal sealed record SampleContact(string Name, string Title, string Mobile, string Email);

/// <summary>A customer; <see cref="Contacts"/> begins with the primary one. Owner is a user name.</summary>
internal sealed record SampleAccount(
    string Code,
    string Name,
    string ShortName,
    string ProvinceCode,
    string? CityCode,
    string IndustryCode,
    string Ownership,
    string Size,
    int Employees,
    string Source,
    string? Owner,
    string Team,
    IReadOnlyList<SampleContact> Contacts
);

/// <summary>A line of an order. Account and product are positions in the company's lists, -1 is nobody; figures are ten-thousandths.</summary>
internal readonly record struct SampleLine(
    int Account,
    string OrderNo,
    int LineNo,
    DateOnly On,
    int Product,
    long Quantity,
    long UnitPrice,
    long Amount,
    long Cost,
    long Discount,
    string Salesperson
);

/// <summary>
/// An invented maker of industrial pumps and valves: customers in every province, three years of orders up to a few days ago, a few large
/// customers among many small ones, some that rise, fall, leave or never bought. The same day always gives the same company.
/// </summary>
internal sealed record SampleCompany(
    IReadOnlyList<SampleTeam> Teams,
    IReadOnlyList<SamplePerson> People,
    IReadOnlyList<SampleCategory> Categories,
    IReadOnlyList<SampleProduct> Products,
    IReadOnlyList<SampleAccount> Accounts,
    IReadOnlyList<SampleLine> Lines
)
{
    /// <summary>How many customers there are.</summary>
    public const int AccountCount = 660;

    private const int Years = 3;
    private const int DaysBehind = 3;

    /// <summary>Makes the company as it is on a day.</summary>
    public static SampleCompany Generate(DateOnly today)
    {
        var words = SampleWords.Only;
        var customers = SampleCustomers.Generate(words, new SampleRandom(20_260_101), AccountCount);
        var last = today.AddDays(-DaysBehind);
        var calendar = new SampleCalendar(new DateOnly(last.Year, last.Month, 1).AddYears(-Years), last);
        var lines = new SampleOrders(words, calendar, new SampleRandom(20_260_202)).Generate(customers);
        return new(words.Teams, words.People, words.Categories, words.Products, [.. customers.Select(each => each.Account)], lines);
    }
}
