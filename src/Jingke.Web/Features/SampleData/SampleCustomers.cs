using System.Globalization;
using System.Text;
using Jingke.Domain.People;

namespace Jingke.Web.Features.SampleData;

/// <summary>What becomes of a customer over the years.</summary>
internal enum SampleCourse
{
    Steady,
    Rising,
    Falling,
    Left,
    New,
    Once,
    Never,
}

/// <summary>A customer with what it buys in an ordinary year, in currency units, and what becomes of it.</summary>
internal sealed record SampleCustomer(SampleAccount Account, double Yearly, SampleCourse Course, string? Salesperson);

/// <summary>Invents the customers: where they are, what they do, how large they are, who looks after them.</summary>
internal sealed class SampleCustomers
{
    // The spread that makes a fifth of the customers bring about four fifths of the sales.
    private const double Spread = 1.75;
    private const double MedianYearly = 130_000;
    private const double MostYearly = 30_000_000;

    private static readonly (SampleCourse Course, double Weight)[] Courses =
    [
        (SampleCourse.Steady, 54),
        (SampleCourse.Rising, 11),
        (SampleCourse.Falling, 9),
        (SampleCourse.Left, 8),
        (SampleCourse.New, 9),
        (SampleCourse.Once, 5),
        (SampleCourse.Never, 4),
    ];

    private readonly SampleWords words;
    private readonly SampleRandom random;
    private readonly HashSet<string> taken = [];
    private readonly ILookup<string, SamplePerson> reps;
    private readonly Dictionary<string, int> turn = [];
    private int contacts;

    private SampleCustomers(SampleWords words, SampleRandom random)
    {
        (this.words, this.random) = (words, random);
        // Where a team has no reps its leader looks after customers.
        reps = words
            .People.Where(person => person.Team is not null)
            .Where(person => person.Role == Role.Rep || !words.People.Any(other => other.Team == person.Team && other.Role == Role.Rep))
            .ToLookup(person => person.Team!);
    }

    /// <summary>Invents so many.</summary>
    public static IReadOnlyList<SampleCustomer> Generate(SampleWords words, SampleRandom random, int count)
    {
        var made = new SampleCustomers(words, random);
        return [.. Enumerable.Range(0, count).Select(made.One)];
    }

    private SampleCustomer One(int at)
    {
        // Each city has at least one customer, so that no place on the map is empty by chance.
        var city = at < words.Cities.Count ? words.Cities[at] : random.Pick(words.Cities, each => each.Weight);
        var industry = random.Pick(words.Industries, each => each.Weight);
        var yearly = Math.Min(MostYearly, MedianYearly * industry.Spending * random.LogNormal(Spread));
        var course = random.Pick(Courses, each => each.Weight).Course;
        var (shortName, name) = Names(city, industry);
        var employees = (int)Math.Clamp(30 * Math.Pow(yearly / 50_000, 0.75) * random.LogNormal(0.6), 6, 30_000);
        var team = words.TeamOfProvince[city.Code[..2]];
        var owner = random.Happens(0.03) ? null : NextRep(team);
        var account = new SampleAccount(
            $"JY{at + 1:00000}",
            name,
            shortName,
            city.Code[..2] + "0000",
            city.Code.EndsWith("0000", StringComparison.Ordinal) ? null : city.Code,
            industry.Code,
            random.Pick(words.List("ownership"), each => each == words.List("ownership")[0] ? 6 : 1.4),
            words.List("sizes")[
                employees switch
                {
                    >= 1000 => 0,
                    >= 300 => 1,
                    >= 20 => 2,
                    _ => 3,
                }
            ],
            employees,
            random.Pick(words.List("sources")),
            owner?.UserName,
            team,
            Contacts(at, employees)
        );
        return new(account, yearly, course, owner?.Name);
    }

    private (string Short, string Full) Names(SampleWords.City city, SampleWords.Industry industry)
    {
        while (true)
        {
            var coined = $"{random.Pick(words["coined-first"].ToCharArray())}{random.Pick(words["coined-second"].ToCharArray())}";
            var core = coined + random.Pick(industry.Words);
            if (!taken.Add(coined + industry.Code))
                continue;

            // Companies in Hong Kong and Macao put the place behind the name.
            var full = city.Code[..2] is "81" or "82"
                ? string.Format(CultureInfo.InvariantCulture, words["form-abroad"], core, city.Name)
                : city.Name + core + random.Pick(words.List("forms"), each => each == words.List("forms")[0] ? 7 : 1);
            return (city.Name + coined, full);
        }
    }

    private SamplePerson? NextRep(string team)
    {
        var candidates = reps[team].ToList();
        if (candidates.Count == 0)
            return null;

        turn[team] = turn.GetValueOrDefault(team) + 1;
        return candidates[turn[team] % candidates.Count];
    }

    private List<SampleContact> Contacts(int at, int employees)
    {
        var titles = words.List(employees >= 300 ? "titles-large" : "titles-small");
        var count = Math.Min(titles.Count, 1 + random.Poisson(employees >= 300 ? 1.6 : 0.5));
        return [.. Enumerable.Range(0, count).Select(each => Contact(at, titles[(random.Next(2) + (each * 2)) % titles.Count]))];
    }

    private SampleContact Contact(int at, string title)
    {
        var name = new StringBuilder()
            .Append(random.Pick(words["surnames"].ToCharArray()))
            .Append(random.Pick(words["given"].ToCharArray()));
        if (random.Happens(0.6))
            name.Append(random.Pick(words["given"].ToCharArray()));
        contacts++;
        // No telephone number in China begins with 100 and eight digits, and no mail reaches .example: nobody real is called or written to.
        return new(name.ToString(), title, $"100{10_000_000 + (contacts * 7919):00000000}", $"contact{contacts}@c{at + 1:00000}.example");
    }
}
