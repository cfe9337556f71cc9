using Jingke.Domain.Accounts;

namespace Jingke.Domain.Facts;

/// <summary>A file that belongs to an account: the proof of a fact, or the value of a field of files. Its bytes lie in the data folder.</summary>
public sealed class Attachment : IOfAccount
{
    /// <summary>Identifier.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public long AccountId { get; init; }

    /// <inheritdoc/>
    public Account? Account { get; init; }

    /// <summary>The name that the person's file had.</summary>
    public required string FileName { get; init; }

    /// <summary>Size in bytes.</summary>
    public long Length { get; init; }

    /// <summary>Name of the file in the data folder.</summary>
    public required string StoredAs { get; init; }

    /// <summary>When it was brought.</summary>
    public DateTime At { get; init; }

    /// <summary>Who brought it; null for the system.</summary>
    public Guid? ById { get; init; }
}
