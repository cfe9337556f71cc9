using Jingke.Analytics.Ledger;

namespace Jingke.Web.Ledger.Reading;

/// <summary>Reads sales lines from one kind of database as fast as it can, past the object mapper.</summary>
internal interface ILineReader
{
    /// <summary>Reads lines into a builder at its grain.</summary>
    /// <param name="builder">Where they go.</param>
    /// <param name="codes">Turns identifiers of the database into indexes of the directories.</param>
    /// <param name="grain">Whether lines or monthly sums made by the database are read.</param>
    /// <param name="accounts">Accounts to read; null for all.</param>
    /// <param name="progress">Told now and then how many lines are read.</param>
    /// <param name="cancel">Stops reading.</param>
    Task ReadAsync(
        SalesLedgerBuilder builder,
        DirectoryCodes codes,
        LedgerGrain grain,
        IReadOnlyCollection<long>? accounts,
        Action<long> progress,
        CancellationToken cancel
    );
}
