namespace Jingke.Domain.People;

/// <summary>A sales team; teams form a tree.</summary>
public sealed class Team
{
    private Team() { }

    /// <summary>A new team.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="parentId">The team above it, or null at the top.</param>
    public Team(string name, long? parentId = null)
    {
        Rename(name);
        ParentId = parentId;
    }

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The team above it, or null at the top.</summary>
    public long? ParentId { get; private set; }

    /// <summary>Whether the team belongs to the sample company and goes with it.</summary>
    public bool IsSample { get; init; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Gives the team another name.</summary>
    /// <exception cref="RuleException"><c>team.name-missing</c></exception>
    public void Rename(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new RuleException("team.name-missing");

        Name = name.Trim();
    }

    /// <summary>Puts the team below another one, or at the top.</summary>
    /// <param name="parentId">The team above it, or null.</param>
    /// <param name="below">The team itself and every team below it: none of them can be its parent.</param>
    /// <exception cref="RuleException"><c>team.parent-is-below</c></exception>
    public void MoveTo(long? parentId, IReadOnlySet<long> below)
    {
        if (parentId is { } parent && (parent == Id || below.Contains(parent)))
            throw new RuleException("team.parent-is-below", Name);

        ParentId = parentId;
    }
}
