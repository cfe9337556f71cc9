namespace Jingke.Domain.Imports;

/// <summary>How far an import is.</summary>
public enum ImportState
{
    /// <summary>The file is here; columns are being mapped.</summary>
    Uploaded,

    /// <summary>A dry run is wanted or under way.</summary>
    Checking,

    /// <summary>The dry run is done; a person decides.</summary>
    Checked,

    /// <summary>Waiting for a worker.</summary>
    Queued,

    /// <summary>Being loaded; after a crash it goes on from its last completed chunk.</summary>
    Running,

    /// <summary>Everything that can be loaded is loaded.</summary>
    Done,

    /// <summary>Stopped by a fault of the file; nothing of it is loaded.</summary>
    Failed,

    /// <summary>Being taken back.</summary>
    Undoing,

    /// <summary>Taken back as a whole.</summary>
    Undone,
}
