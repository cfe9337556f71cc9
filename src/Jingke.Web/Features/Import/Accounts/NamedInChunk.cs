namespace Jingke.Web.Features.Import.Accounts;

/// <summary>
/// Which account the rows of a chunk mean. A row sees what the rows above it have given: a code that the first row gives an account is
/// the account's code on the second.
/// </summary>
/// <param name="known">Present values of accounts of the database, by identifier; kept up to date by who changes them.</param>
/// <param name="created">Values of the accounts to create.</param>
internal sealed class NamedInChunk(
    IReadOnlyDictionary<long, Dictionary<string, string?>> known,
    IReadOnlyList<Dictionary<string, string>> created
)
{
    private readonly Dictionary<string, Account> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Account> byCreditCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Account> byName = new(StringComparer.Ordinal);

    /// <summary>An account.</summary>
    /// <param name="Id">Its identifier; 0 for one that is to be created.</param>
    /// <param name="New">Its index among those to create, or -1.</param>
    public readonly record struct Account(long Id, int New);

    /// <summary>The account a row means; null for one that nobody knows.</summary>
    /// <param name="values">The values of the row.</param>
    /// <param name="match">What the database knows.</param>
    public Account? Find(IReadOnlyDictionary<string, string> values, KnownAccounts.Match match)
    {
        var code = values.GetValueOrDefault("Code", "");
        if (match.ByCode != 0)
            return new(match.ByCode, -1);
        if (byCode.TryGetValue(code, out var named))
            return named;
        if (match.ByCreditCode != 0)
            return new(match.ByCreditCode, -1);
        if (byCreditCode.TryGetValue(values.GetValueOrDefault("CreditCode", ""), out named))
            return named;
        if (match.ByName != 0 && MayHave(new(match.ByName, -1), code))
            return new(match.ByName, -1);
        return byName.TryGetValue(values.GetValueOrDefault("NormalisedName", ""), out named) && MayHave(named, code) ? named : null;
    }

    /// <summary>Remembers by what a row has named its account.</summary>
    public void Remember(IReadOnlyDictionary<string, string> values, Account account)
    {
        if (values.TryGetValue("Code", out var code))
            byCode[code] = account;
        if (values.TryGetValue("CreditCode", out var credit))
            byCreditCode[credit] = account;
        // Of several accounts with one name, a row with only the name means the first.
        if (values.TryGetValue("NormalisedName", out var name))
            byName.TryAdd(name, account);
    }

    // The same name with another code is another account.
    private bool MayHave(Account account, string code) =>
        code.Length == 0
        || string.IsNullOrEmpty(account.New < 0 ? known[account.Id]["Code"] : created[account.New].GetValueOrDefault("Code"));
}
