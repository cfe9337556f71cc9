using Jingke.Domain.Accounts;
using Jingke.Domain.FollowUps;

namespace Jingke.Web.Features.SampleData;

/// <summary>Invents contacts with customers, their next steps, and who else sells to them.</summary>
internal sealed class SampleContacts(SampleWords words, SampleRandom random, DateOnly today)
{
    private readonly IReadOnlyList<string[]> kinds = words.Knowledge("visit");
    private readonly IReadOnlyList<string[]> rivals = words.Knowledge("competitor");
    private readonly List<SampleVisit> visits = [];
    private readonly List<SampleRival> against = [];

    /// <summary>The contacts so far.</summary>
    public IReadOnlyList<SampleVisit> Visits => visits;

    /// <summary>The competitors so far.</summary>
    public IReadOnlyList<SampleRival> Rivals => against;

    /// <summary>Adds those of a customer.</summary>
    public void Add(int account, SampleAccount about, double depth)
    {
        // Nobody follows up what nobody is responsible for.
        if (about.Owner is null)
            return;
        var on = today.AddDays(-1 - random.Next(depth > 0.8 ? 40 : 200));
        for (var left = random.Poisson(1 + (2 * depth)); left > 0; left--)
        {
            visits.Add(Visit(account, about, on, isLatest: visits.Count == 0 || visits[^1].Account != account));
            on = on.AddDays(-12 - random.Next(70));
        }
        if (random.Happens(0.35 * depth))
            foreach (var rival in rivals.OrderBy(_ => random.Next()).Take(random.Between(1, 2)).ToList())
                against.Add(
                    new(account, rival[0], rival[1], rival[2], rival[3], [.. Enumerable.Range(0, 5).Select(_ => (Standing)random.Next(3))])
                );
    }

    private SampleVisit Visit(int account, SampleAccount about, DateOnly on, bool isLatest)
    {
        var kind = random.Pick(kinds);
        // What followed from the latest is still open, and at times overdue; the rest is done.
        var due = on.AddDays(5 + random.Next(35));
        return new(
            account,
            random.Happens(0.8) ? random.Next(about.Contacts.Count) : -1,
            Enum.Parse<FollowUpKind>(kind[0]),
            on,
            kind[1],
            kind[2].Length > 0 && random.Happens(0.75) ? kind[2] : null,
            due,
            !isLatest || due < today.AddDays(-20)
        );
    }
}
