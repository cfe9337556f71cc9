using System.Globalization;
using Jingke.Domain.Facts;
using Jingke.Web.Data.Facts;

namespace Jingke.Web.Features.SampleData;

/// <summary>Invents what is known of customers and their contacts.</summary>
internal sealed class SampleFacts(SampleWords words, SampleRandom random, DateOnly today)
{
    // As many as are out of the ordinary once the others are compared.
    private const int Absurd = 6;

    private readonly Dictionary<string, FieldDefinition> catalogue = DefaultCatalogue.Fields().ToDictionary(field => field.Key);
    private readonly IReadOnlyList<string[]> ofAccounts = words.Knowledge("fact");
    private readonly IReadOnlyList<string[]> ofContacts = words.Knowledge("personal");
    private readonly IReadOnlyList<string[]> channels = words.Knowledge("channel");
    private readonly string[] weaker = [.. words.Knowledge("weaker").Select(row => row[0])];
    private readonly string[] hearsay = [.. words.Knowledge("hearsay").Select(row => row[0])];
    private readonly List<SampleFact> facts = [];

    /// <summary>The facts so far.</summary>
    public IReadOnlyList<SampleFact> All => facts;

    /// <summary>Adds what is known of a customer.</summary>
    /// <param name="account">Its position.</param>
    /// <param name="about">The customer.</param>
    /// <param name="sales">What it bought in the last year, in currency units.</param>
    /// <param name="depth">How well it is known; 1 is usual.</param>
    /// <param name="decider">The contact who decides, or -1.</param>
    public void Add(int account, SampleAccount about, double sales, double depth, int decider)
    {
        foreach (var row in ofAccounts)
            if (random.Happens(Share(row) * depth) && Text(row, about, sales, decider) is { } text)
                Add(account, -1, row, text, () => Text(row, about, sales, decider));
        for (var contact = 0; contact < about.Contacts.Count; contact++)
            foreach (var row in ofContacts)
                if (random.Happens(Share(row) * depth * (contact == 0 ? 0.8 : 0.4)) && Text(row, about, sales, decider) is { } text)
                    Add(account, contact, row, text, () => null);
        // What a file brought long ago was found to be so still.
        (string Field, string Value)[] found =
        [
            ("size", about.Size),
            ("ownership", about.Ownership),
            ("industry", about.IndustryCode),
            ("region", about.CityCode ?? about.ProvinceCode),
            ("employees", Number(about.Employees)),
        ];
        foreach (var (field, value) in found)
            if (random.Happens(0.5 * depth))
                facts.Add(Seen(account, field, value, 250));
        // A visit counted the staff again, and an address was noted.
        if (random.Happens(0.06 * depth))
            facts.Add(Seen(account, "employees", Number(Math.Max(3, about.Employees * (0.7 + (random.Next() * 0.8)))), 120));
        if (random.Happens(0.12 * depth))
            facts.Add(Seen(account, "address", Address(about), 300));
    }

    /// <summary>Adds a few figures that cannot be: a slip of the keyboard, which comparing with others finds.</summary>
    public void AddAbsurd(SampleCompany company)
    {
        foreach (var account in Enumerable.Range(0, Absurd).Select(each => (each * 97) + 11).Where(each => each < company.Accounts.Count))
        {
            facts.RemoveAll(fact => fact.Account == account && fact.Field == "registered-capital");
            facts.Add(Seen(account, "registered-capital", Number(company.Accounts[account].Employees * 60_000.0 * 100_000), 90));
        }
    }

    private void Add(int account, int contact, string[] row, string text, Func<string?> another)
    {
        var shelf = catalogue[row[0]].ShelfLifeDays ?? 1_000;
        // The date of a plan is asked about anew before it is stale.
        var isStale = random.Happens(0.16) && row[2] != "ahead";
        var age = isStale ? shelf * (1.05 + random.Next()) : 1 + (random.Next() * Math.Min(shelf * 0.9, 330));
        var on = today.AddDays(-(int)age);
        var chance = random.Next();
        var fact = new SampleFact(account, contact, row[0], text, random.Pick(channels, each => Value(each[1]))[0], IsFirstHand: true, on);
        facts.Add(
            chance switch
            {
                < 0.08 => fact with { Channel = random.Pick(hearsay), IsFirstHand = false, Note = words["knowledge-note"] },
                < 0.095 => fact with { IsOneOff = true, Note = words["knowledge-once"] },
                < 0.105 when catalogue[row[0]].Type is FieldType.Text or FieldType.LongText => fact with { Text = words["knowledge-slip"] },
                _ => fact,
            }
        );
        if (isStale || chance < 0.105)
            return;
        var later = today.AddDays(-random.Next(Math.Max(1, Math.Min((int)age, 60))));
        if (random.Happens(0.1))
            facts.Add(fact with { Channel = random.Pick(weaker), On = later });
        // Another source says something else, later but less reliably: a person has to decide.
        else if (random.Happens(0.055) && another() is { } other && other != text)
            facts.Add(fact with { Channel = random.Pick(weaker), On = later, Text = other });
    }

    private string? Text(string[] row, SampleAccount about, double sales, int decider)
    {
        var args = row[3];
        switch (row[2])
        {
            case "pick":
                return random.Pick(args.Split(';'));
            case "person":
                return about.Contacts[random.Next(about.Contacts.Count)].Name;
            case "contact":
                return decider < 0 ? null : string.Create(CultureInfo.InvariantCulture, $"@{decider}");
            case "money":
                var parts = args.Split(' ');
                var from = (parts[0] == "staff" ? about.Employees : sales) * Value(parts[1]);
                var to = (parts[0] == "staff" ? about.Employees : sales) * Value(parts[2]);
                return Rounded(from + (random.Next() * (to - from)));
            case "ahead":
                return Day(today.AddDays(Between(args)));
            default:
                return Day(new DateOnly(Between(args), 1 + random.Next(12), 1 + random.Next(28)));
        }
    }

    private SampleFact Seen(int account, string field, string text, int days) =>
        new(account, -1, field, text, Catalogue.DefaultChannelKey, IsFirstHand: true, today.AddDays(-1 - random.Next(days)));

    private string Address(SampleAccount about) =>
        string.Format(
            CultureInfo.InvariantCulture,
            words["knowledge-address"],
            about.ShortName[..Math.Max(1, about.ShortName.Length - 2)],
            random.Pick(words["knowledge-streets"].Split(';')),
            1 + random.Next(300)
        );

    private int Between(string args) => random.Between((int)Value(args.Split(' ')[0]), (int)Value(args.Split(' ')[1]));

    private static double Share(string[] row) => Value(row[1]);

    private static double Value(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // People say round figures.
    private static string Rounded(double amount)
    {
        var unit = Math.Pow(10, Math.Max(2, Math.Floor(Math.Log10(Math.Max(amount, 1_000))) - 1));
        return Number(Math.Round(amount / unit) * unit);
    }

    private static string Number(double number) => Math.Round(number).ToString("0", CultureInfo.InvariantCulture);
}
