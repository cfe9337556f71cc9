namespace Jingke.Domain.Audit;

/// <summary>One recorded act: a change of an entity, an export, a sign-in. Written in the same transaction as the change.</summary>
public sealed class AuditEntry
{
    /// <summary>Identifier, rising with time.</summary>
    public long Id { get; init; }

    /// <summary>When it happened.</summary>
    public DateTime At { get; init; }

    /// <summary>Who did it; null for the system.</summary>
    public Guid? UserId { get; init; }

    /// <summary>What was done, e.g. <c>created</c>, <c>changed</c>, <c>deleted</c>, <c>restored</c>, <c>exported</c>, <c>signed-in</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Kind of thing, as in the glossary, e.g. <c>Account</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The thing's identifier as text; empty where there is none.</summary>
    public string SubjectId { get; init; } = "";

    /// <summary>The thing's name when it happened, so that the log can be read after the thing is gone.</summary>
    public string SubjectName { get; init; } = "";

    /// <summary>Changes as JSON: an object of field to [before, after]; empty when there are none.</summary>
    public string Changes { get; init; } = "";
}
