namespace Jingke.Domain.Imports;

/// <summary>What an import changed about an account or contact that was there before, so that the import can be undone as a whole.</summary>
public sealed class ImportedChange
{
    /// <summary>The import.</summary>
    public long BatchId { get; init; }

    /// <summary>Kind of thing: <c>Account</c> or <c>Contact</c>.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The thing's identifier.</summary>
    public long SubjectId { get; init; }

    /// <summary>Changes as in the audit log: a JSON object of field to [before, after].</summary>
    public string Changes { get; set; } = "";
}
