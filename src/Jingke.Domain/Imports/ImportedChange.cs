namespace Jingke.Domain.Imports;

/// <summary>What an import changed about an account, a contact or an invoice that was there before, so that the import can be undone as a whole.</summary>
public sealed class ImportedChange
{
    /// <summary>The import.</summary>
    public long BatchId { get; init; }

    /// <summary>Kind of thing: <c>Account</c>, <c>Contact</c> or <c>Receivable</c>.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The thing's identifier.</summary>
    public long SubjectId { get; init; }

    /// <summary>Changes as in the audit log: a JSON object of field to [before, after].</summary>
    public string Changes { get; set; } = "";
}
