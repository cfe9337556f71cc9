namespace Jingke.Domain;

/// <summary>What was asked for does not exist, or the viewer may not know that it does: both look the same from outside.</summary>
/// <param name="kind">Kind of thing, as in the glossary, e.g. <c>Account</c>.</param>
/// <param name="id">The identifier that was asked for.</param>
public sealed class NotFoundException(string kind, object id) : Exception($"{kind} {id} was not found")
{
    /// <summary>Kind of thing that is missing.</summary>
    public string Kind { get; } = kind;

    /// <summary>The identifier that was asked for.</summary>
    public object Id { get; } = id;
}
