namespace Jingke.Domain.Organisation;

/// <summary>A sales zone 大区: a set of provinces that the company groups together.</summary>
public sealed class Zone
{
    private Zone() { }

    /// <summary>A new zone.</summary>
    /// <param name="name">What people call it, e.g. 华东.</param>
    /// <param name="position">Place in lists, smallest first.</param>
    public Zone(string name, int position)
    {
        Rename(name);
        Position = position;
    }

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Place in lists, smallest first.</summary>
    public int Position { get; private set; }

    /// <summary>GB/T 2260 codes of its provinces (six digits), separated by commas, in ascending order. A province is in at most one zone.</summary>
    public string ProvinceCodes { get; private set; } = "";

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The provinces as a list of six-digit codes.</summary>
    public IReadOnlyList<string> Provinces => ProvinceCodes.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Gives the zone another name.</summary>
    /// <exception cref="RuleException"><c>zone.name-missing</c></exception>
    public void Rename(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new RuleException("zone.name-missing");

        Name = name.Trim();
    }

    /// <summary>Sets which provinces belong to the zone.</summary>
    public void Cover(IEnumerable<string> provinceCodes) =>
        ProvinceCodes = string.Join(',', provinceCodes.Distinct().Order(StringComparer.Ordinal));
}
