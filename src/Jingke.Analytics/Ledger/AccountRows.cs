namespace Jingke.Analytics.Ledger;

/// <summary>
/// The accounts of a view as rows 0 to Count - 1, in ascending account index. Result columns have one entry per row, so a viewer with
/// a hundred accounts never pays for the other hundred thousand. Without a set, row and account index are the same.
/// </summary>
public sealed class AccountRows
{
    private readonly int[]? accounts;

    internal AccountRows(SalesLedger ledger, AccountSet? set)
    {
        accounts = set?.ToArray();
        if (accounts is [.., var last] && last >= ledger.AccountCount)
            accounts = Array.FindAll(accounts, account => account < ledger.AccountCount);

        Count = accounts?.Length ?? ledger.AccountCount;
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Account index of a row.</summary>
    public int AccountAt(int row) => accounts is null ? row : accounts[row];

    /// <summary>Row of an account index; -1 when the view does not have it.</summary>
    public int RowOf(int account)
    {
        if (accounts is null)
            return (uint)account < (uint)Count ? account : -1;

        return Math.Max(Array.BinarySearch(accounts, account), -1);
    }
}
