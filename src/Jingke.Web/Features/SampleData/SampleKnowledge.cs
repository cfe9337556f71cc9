using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Domain.FollowUps;

namespace Jingke.Web.Features.SampleData;

/// <summary>Something that is known of a customer, or of its contact when that is not -1; both are positions in their lists.</summary>
/// <param name="Account">The customer.</param>
/// <param name="Contact">The contact, or -1.</param>
/// <param name="Field">Key of the field.</param>
/// <param name="Text">As a person would type it; <c>@1</c> means the second contact.</param>
/// <param name="Channel">Key of the channel.</param>
/// <param name="IsFirstHand">Whether it was seen or heard at first hand.</param>
/// <param name="On">The day for which it was true.</param>
internal sealed record SampleFact(int Account, int Contact, string Field, string Text, string Channel, bool IsFirstHand, DateOnly On)
{
    /// <summary>Whether it holds for a single occasion only.</summary>
    public bool IsOneOff { get; init; }

    /// <summary>What the recorder added.</summary>
    public string? Note { get; init; }
}

/// <summary>A contact with a customer and what comes next, if anything.</summary>
internal sealed record SampleVisit(
    int Account,
    int Contact,
    FollowUpKind Kind,
    DateOnly On,
    string Summary,
    string? Next,
    DateOnly NextOn,
    bool IsDone
);

/// <summary>Who else sells to a customer, and how we compare in price, quality, service, delivery and relations.</summary>
internal sealed record SampleRival(int Account, string Name, string Offers, string Strengths, string Weaknesses, Standing[] Standings);

/// <summary>What part a contact plays when the customer buys.</summary>
internal sealed record SamplePart(BuyingRoles Roles, Attitude? Attitude, int Acquaintance);

/// <summary>How two contacts of a customer stand to each other.</summary>
internal sealed record SampleTie(int Account, int From, RelationKind Kind, int To);

/// <summary>
/// What the sample company knows of its customers: much of the large ones and little of the small, from several channels, some of it stale,
/// contradicted, hearsay, said once or absurd; so that queues, cards and scores have something to show.
/// </summary>
internal sealed record SampleKnowledge(
    IReadOnlyList<SampleFact> Facts,
    IReadOnlyList<SampleVisit> Visits,
    IReadOnlyList<SampleRival> Rivals,
    IReadOnlyDictionary<(int Account, int Contact), SamplePart> Parts,
    IReadOnlyList<SampleTie> Ties
)
{
    /// <summary>Invents it for a company as it is on a day.</summary>
    public static SampleKnowledge Generate(SampleCompany company, DateOnly today)
    {
        var words = SampleWords.Only;
        var sales = new double[company.Accounts.Count];
        foreach (var line in company.Lines)
            if (line.Account >= 0 && line.On > today.AddYears(-1))
                sales[line.Account] += line.Amount / 10_000.0;

        var people = new SampleBuyingCentres(new SampleRandom(20_260_303));
        var contacts = new SampleContacts(words, new SampleRandom(20_260_404), today);
        var facts = new SampleFacts(words, new SampleRandom(20_260_505), today);
        // The larger the better known; some are known by chance, and of some nothing at all.
        var rank = sales.Index().OrderByDescending(each => each.Item).Select((each, place) => (each.Index, place)).ToDictionary();
        var chance = new SampleRandom(20_260_606);
        for (var at = 0; at < company.Accounts.Count; at++)
        {
            var depth = Math.Clamp(
                (1.7 - (rank.GetValueOrDefault(at) / (double)company.Accounts.Count * 1.75)) * (0.55 + (chance.Next() * 0.6)),
                0.02,
                1.8
            );
            people.Add(at, company.Accounts[at].Contacts.Count, depth);
            facts.Add(at, company.Accounts[at], Math.Max(sales[at], 20_000), depth, people.DeciderOf(at));
            contacts.Add(at, company.Accounts[at], depth);
        }
        facts.AddAbsurd(company);
        return new(facts.All, contacts.Visits, contacts.Rivals, people.Parts, people.Ties);
    }
}
