namespace Jingke.Domain.Imports;

/// <summary>One file on its way into the product: what it is, how it is read, how far it is, what came of it.</summary>
public sealed class ImportBatch
{
    /// <summary>Identifier.</summary>
    public long Id { get; set; }

    /// <summary>What the file brings.</summary>
    public ImportKind Kind { get; set; }

    /// <summary>How far it is.</summary>
    public ImportState State { get; set; }

    /// <summary>The file's name as the person knows it.</summary>
    public string FileName { get; set; } = "";

    /// <summary>Size in bytes.</summary>
    public long FileSize { get; set; }

    /// <summary>SHA-256 of the file in upper-case hexadecimal: tells a file that changed, and one that came before.</summary>
    public string FileHash { get; set; } = "";

    /// <summary>Path of the stored copy below the folder for imports; empty once the copy is removed.</summary>
    public string StoredAs { get; set; } = "";

    /// <summary>Name of the system the file comes from; order numbers are unique within one source. Usually empty.</summary>
    public string SourceName { get; set; } = "";

    /// <summary>Key of the layout (its headers), under which the mapping is remembered.</summary>
    public string Layout { get; set; } = "";

    /// <summary>The mapping of columns as JSON.</summary>
    public string Mapping { get; set; } = "";

    /// <summary>Result of the dry run as JSON: problems by kind with examples, what would be created.</summary>
    public string Findings { get; set; } = "";

    /// <summary>Rows read so far; after the end accepted + rejected + duplicate.</summary>
    public long Read { get; set; }

    /// <summary>Rows that were new or changed something.</summary>
    public long Accepted { get; set; }

    /// <summary>Rows that came back with a reason.</summary>
    public long Rejected { get; set; }

    /// <summary>Rows that an earlier import already brought unchanged.</summary>
    public long Duplicate { get; set; }

    /// <summary>Accepted rows that changed an existing line.</summary>
    public long Updated { get; set; }

    /// <summary>Accepted rows that equal an earlier row of the file in everything.</summary>
    public long Identical { get; set; }

    /// <summary>Accepted rows without a customer.</summary>
    public long Unattributed { get; set; }

    /// <summary>Accounts that the import created.</summary>
    public long AccountsCreated { get; set; }

    /// <summary>Accounts that the import changed; fields that a person has filled are never among what changed.</summary>
    public long AccountsUpdated { get; set; }

    /// <summary>Contacts that the import created.</summary>
    public long ContactsCreated { get; set; }

    /// <summary>Products that the import created.</summary>
    public long ProductsCreated { get; set; }

    /// <summary>Rows whose region is no place of GB/T 2260 and was kept as text.</summary>
    public long RegionsUnrecognised { get; set; }

    /// <summary>After an undo: accounts, contacts and products of the import that something else refers to by now and that therefore stay.</summary>
    public long Kept { get; set; }

    /// <summary>How far through the file the present pass is, 0 to 1.</summary>
    public double Progress { get; set; }

    /// <summary>Rows of the file, as far as known; 0 before the first pass.</summary>
    public long TotalRows { get; set; }

    /// <summary>Rows of completed chunks: where the load goes on after a crash.</summary>
    public long RowsDone { get; set; }

    /// <summary>Code of what stopped it; empty when nothing did.</summary>
    public string ErrorCode { get; set; } = "";

    /// <summary>Arguments of that code as a JSON array.</summary>
    public string ErrorArgs { get; set; } = "";

    /// <summary>The worker that holds it; empty while none does.</summary>
    public string LeaseHolder { get; set; } = "";

    /// <summary>Until when the worker holds it without renewing; afterwards another one may take over.</summary>
    public DateTime? LeaseUntil { get; set; }

    /// <summary>Who brought the file.</summary>
    public Guid? CreatedById { get; set; }

    /// <summary>When the file came.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When loading began.</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>When it ended, however it ended.</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Whether something is under way or waits for its turn.</summary>
    public bool IsUnderWay => State is ImportState.Checking or ImportState.Queued or ImportState.Running or ImportState.Undoing;

    /// <summary>Rows that the present pass (dry run, load, undo) has got through.</summary>
    public long RowsThrough =>
        State switch
        {
            ImportState.Checking => Read,
            ImportState.Running => RowsDone,
            _ => (long)(Progress * TotalRows),
        };

    /// <summary>Asks for a dry run.</summary>
    /// <exception cref="RuleException"><c>import.under-way</c>, <c>import.over</c></exception>
    public void AskForCheck()
    {
        RequireNotLoaded();
        (State, Findings, Progress) = (ImportState.Checking, "", 0);
    }

    /// <summary>Goes back to mapping the columns.</summary>
    /// <exception cref="RuleException"><c>import.under-way</c>, <c>import.over</c></exception>
    public void MapAgain()
    {
        RequireNotLoaded();
        (State, Findings) = (ImportState.Uploaded, "");
    }

    /// <summary>Asks for the load.</summary>
    /// <exception cref="RuleException"><c>import.under-way</c>, <c>import.over</c></exception>
    public void AskForLoad()
    {
        RequireNotLoaded();
        (State, Progress) = (ImportState.Queued, 0);
    }

    /// <summary>Asks to take everything back.</summary>
    /// <exception cref="RuleException"><c>import.under-way</c>, <c>import.nothing-to-undo</c></exception>
    public void AskForUndo()
    {
        if (IsUnderWay)
            throw new RuleException("import.under-way", FileName);
        if (State != ImportState.Done)
            throw new RuleException("import.nothing-to-undo", FileName);

        (State, Progress) = (ImportState.Undoing, 0);
    }

    private void RequireNotLoaded()
    {
        if (IsUnderWay)
            throw new RuleException("import.under-way", FileName);
        if (State is ImportState.Done or ImportState.Failed or ImportState.Undone)
            throw new RuleException("import.over", FileName);
    }
}
