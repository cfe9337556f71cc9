namespace Jingke.Web.Ledger.Findings;

/// <summary>A book that keeps one kind of findings for the current ledger.</summary>
internal interface IFindingsBook
{
    /// <summary>How long findings stay as they are although accounts change their attributes; zero where nothing rests.</summary>
    TimeSpan Rest { get; }

    /// <summary>Has the findings for the current ledger worked out, and ends when they are there.</summary>
    Task KeepAsync(CancellationToken cancel);
}
