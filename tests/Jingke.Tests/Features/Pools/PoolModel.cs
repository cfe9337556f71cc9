using Jingke.Domain.Accounts;

namespace Jingke.Tests.Features.Pools;

/// <summary>The rules of one pool once more, as plainly as they can be said: day by day, account by account.</summary>
internal sealed class PoolModel
{
    public const int Waiting = 5;
    public const int Warning = 3;
    public const int ClaimsPerDay = 2;
    public const int Holding = 14;
    public const int Protected = 25;

    public sealed class Customer
    {
        public required string Name { get; init; }
        public required Tier? Tier { get; init; }
        public Guid? Owner { get; set; }
        public int Since { get; set; }
        public int? Contacted { get; set; }
        public int? Ordered { get; set; }
        public bool Locked { get; set; }
        public Dictionary<Guid, int> LostOn { get; } = [];
    }

    public List<Customer> All { get; } = [];

    public Dictionary<(Guid Person, int Day), int> Claims { get; } = [];

    // Days without contact and without order, by tier; key accounts are protected.
    private static (int? Contact, int? Order) Days(Tier? tier) =>
        tier switch
        {
            Tier.Key => (10, 10),
            Tier.Rising => (20, 60),
            Tier.Ordinary => (10, null),
            Tier.LetGo => (null, 30),
            _ => (15, 45),
        };

    public static bool Falls(Customer customer, int day)
    {
        if (customer.Owner is null || customer.Locked || customer.Tier == Tier.Key)
            return false;
        if (customer.Ordered is { } ordered && day - ordered < Protected)
            return false;
        var (contact, order) = Days(customer.Tier);
        var sinceContact = day - Math.Max(customer.Since, customer.Contacted ?? int.MinValue);
        var sinceOrder = day - Math.Max(customer.Since, customer.Ordered ?? int.MinValue);
        return sinceContact >= contact || sinceOrder >= order;
    }

    public IEnumerable<string> Night(int day)
    {
        foreach (var customer in All.Where(customer => Falls(customer, day)).ToList())
        {
            customer.LostOn[customer.Owner!.Value] = day;
            customer.Owner = null;
            yield return customer.Name;
        }
    }

    public IEnumerable<string> Warned(Guid person, int day) =>
        All.Where(customer => customer.Owner == person && Enumerable.Range(day, Warning + 1).Any(each => Falls(customer, each)))
            .Select(customer => customer.Name);

    /// <summary>The refusal's code; empty when the claim succeeds.</summary>
    public string Claim(Customer customer, Guid person, int day)
    {
        var claims = Claims.GetValueOrDefault((person, day));
        if (customer.Owner is not null)
            return "pool.already-claimed";
        if (claims >= ClaimsPerDay)
            return "pool.claims-used-up";
        if (All.Count(each => each.Owner == person) >= Holding)
            return "pool.holding-limit";
        if (customer.LostOn.TryGetValue(person, out var lost) && day - lost < Waiting)
            return "pool.waiting";
        (customer.Owner, customer.Since, Claims[(person, day)]) = (person, day, claims + 1);
        return "";
    }
}
