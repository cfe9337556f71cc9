namespace Jingke.Web.Tabular.Values;

/// <summary>What became of a cell.</summary>
internal enum ReadResult
{
    Ok,
    Blank,
    Unreadable,
    OutOfRange,

    /// <summary>A date that exists only in another order of day and month than its column has.</summary>
    OtherOrder,
}
