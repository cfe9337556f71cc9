namespace Jingke.Web.Features.SampleData;

/// <summary>
/// Invents what a customer buys again and again. Every second one buys goods that belong together, such as a pump, its seals and the valve
/// behind it, mostly those of its industry; some buy a part of them elsewhere. The rest is as it comes.
/// </summary>
internal sealed class SampleAssortment
{
    private const double BuysSet = 0.55;
    private const double OfIndustry = 0.75;
    private const double FromUs = 0.87;

    // What belongs to a set is seldom bought without the rest of it.
    private const double Alone = 0.25;

    // So many products of a large customer's are room for another set.
    private const int RoomOfSet = 7;

    private readonly SampleRandom random;
    private readonly List<(IReadOnlyList<string> Industries, int[] Products)> sets;
    private readonly List<int> products;
    private readonly HashSet<int> inSets;

    /// <summary>Of a company's products and sets.</summary>
    public SampleAssortment(SampleWords words, SampleRandom random)
    {
        this.random = random;
        var positions = words.Products.Select((product, at) => (product.Code, at)).ToDictionary();
        sets = [.. words.Sets.Select(set => (set.Industries, set.Products.Select(code => positions[code]).ToArray()))];
        products = [.. positions.Values];
        inSets = [.. sets.SelectMany(set => set.Products)];
    }

    /// <summary>About so many products, as positions in the list of products.</summary>
    /// <param name="industry">The customer's industry; empty for somebody unknown.</param>
    /// <param name="count">How many.</param>
    public List<int> Of(string industry, int count)
    {
        var own = sets.FindAll(set => set.Industries.Contains(industry));
        var found = new HashSet<int>();
        for (var room = count; room > 0; room -= RoomOfSet)
            if (random.Happens(BuysSet))
                found.UnionWith(
                    random.Pick(own.Count > 0 && random.Happens(OfIndustry) ? own : sets).Products.Where(_ => random.Happens(FromUs))
                );
        while (found.Count < Math.Min(count, products.Count))
            found.Add(random.Pick(products, product => inSets.Contains(product) ? Alone : 1));
        return [.. found];
    }
}
