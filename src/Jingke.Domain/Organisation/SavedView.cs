namespace Jingke.Domain.Organisation;

/// <summary>A list's filter, sort and columns under a name, personal or shared.</summary>
public sealed class SavedView
{
    /// <summary>Identifier.</summary>
    public long Id { get; init; }

    /// <summary>Path of the page it belongs to, e.g. <c>/accounts</c>.</summary>
    public required string Page { get; init; }

    /// <summary>What its maker calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The address's query, without the question mark.</summary>
    public required string Query { get; init; }

    /// <summary>Who made it.</summary>
    public Guid UserId { get; init; }

    /// <summary>Whether colleagues see it too.</summary>
    public bool Shared { get; init; }

    /// <summary>When it was made.</summary>
    public DateTime CreatedAt { get; init; }
}
