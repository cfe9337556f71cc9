namespace Jingke.Web.Ledger.Reading;

/// <summary>Turns identifiers of the database into indexes of the ledger's directories.</summary>
/// <param name="Accounts">Account identifier to account index.</param>
/// <param name="Products">Product identifier to product index; 0 stays 0, 'not known'.</param>
/// <param name="Places">Place identifier to place index; 0 stays 0, 'not known'.</param>
internal sealed record DirectoryCodes(IdIndex Accounts, IdIndex Products, ushort[] Places)
{
    /// <summary>The place index of an identifier; 0 for one that is not there.</summary>
    public ushort PlaceOf(long id) => (ulong)id < (ulong)Places.Length ? Places[id] : (ushort)0;
}
