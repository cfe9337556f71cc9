using Jingke.Domain.Contacts;

namespace Jingke.Web.Features.SampleData;

/// <summary>Gives the contacts of customers their parts when the customer buys, and relates them.</summary>
internal sealed class SampleBuyingCentres(SampleRandom random)
{
    private static readonly BuyingRoles[] Usual =
    [
        BuyingRoles.Buyer,
        BuyingRoles.User | BuyingRoles.Initiator,
        BuyingRoles.Influencer,
        BuyingRoles.Gatekeeper,
        BuyingRoles.User,
    ];

    private readonly Dictionary<(int, int), SamplePart> parts = [];
    private readonly List<SampleTie> ties = [];
    private readonly Dictionary<int, int> deciders = [];

    /// <summary>The parts so far.</summary>
    public IReadOnlyDictionary<(int Account, int Contact), SamplePart> Parts => parts;

    /// <summary>The relations so far.</summary>
    public IReadOnlyList<SampleTie> Ties => ties;

    /// <summary>The contact who decides, or -1 while that is not known.</summary>
    public int DeciderOf(int account) => deciders.GetValueOrDefault(account, -1);

    /// <summary>Adds those of a customer.</summary>
    public void Add(int account, int contacts, double depth)
    {
        // Whoever is known a little is known by the person to call, not by the one who decides.
        if (!random.Happens(Math.Min(0.9, depth)))
            return;
        var decider = contacts == 1 ? 0 : random.Next(contacts);
        var isDeciderKnown = random.Happens(Math.Min(0.85, 0.3 + (depth / 2)));
        if (isDeciderKnown)
            deciders[account] = decider;
        for (var at = 0; at < contacts; at++)
        {
            var roles = at == decider && isDeciderKnown ? BuyingRoles.Decider : Usual[(at + account) % Usual.Length];
            parts[(account, at)] = new(roles, AttitudeOf(), Math.Min(3, random.Next(3) + (depth > 1 ? 1 : 0)));
            if (at != decider && isDeciderKnown && random.Happens(0.7))
                ties.Add(new(account, at, random.Happens(0.75) ? RelationKind.ReportsTo : RelationKind.Influences, decider));
        }
        if (contacts >= 3 && random.Happens(0.25))
            ties.Add(new(account, 0, random.Happens(0.5) ? RelationKind.Classmate : RelationKind.Rival, contacts - 1));
    }

    private Attitude? AttitudeOf() =>
        random.Next(10) switch
        {
            < 4 => Attitude.Supports,
            < 8 => Attitude.Neutral,
            8 => Attitude.Opposes,
            _ => null,
        };
}
