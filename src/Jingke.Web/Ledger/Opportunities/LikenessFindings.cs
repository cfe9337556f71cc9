using Jingke.Analytics;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Similarity;
using Jingke.Analytics.Tiers;
using Jingke.Web.Ledger.Findings;

namespace Jingke.Web.Ledger.Opportunities;

/// <summary>Which of the company's accounts resemble its key accounts, by what, and how much that says.</summary>
public sealed class LikenessFindings : ILedgerFindings
{
    /// <summary>Key accounts that are named for each account.</summary>
    public const int Matches = 3;

    /// <summary>From this likeness on an account counts as a look-alike: at most a fifth of the weight differs.</summary>
    public const double AlikeFrom = 0.8;

    private readonly int[] accounts;
    private readonly int[] rowOf;
    private readonly ProfileSet all;
    private readonly ProfileSet keys;
    private readonly int[] keyRows;
    private readonly int[] keyPlaceOf;
    private readonly int[] restPlaceOf;
    private readonly LookAlikes alike;

    private LikenessFindings(SalesLedger ledger, IReadOnlyList<LikenessColumn> columns, int[] accounts, bool[] isKey)
    {
        (Ledger, Columns, this.accounts) = (ledger, columns, accounts);
        rowOf = new int[ledger.AccountCount];
        Array.Fill(rowOf, -1);
        for (var row = 0; row < accounts.Length; row++)
            rowOf[accounts[row]] = row;

        keyRows = [.. Enumerable.Range(0, accounts.Length).Where(row => isKey[row])];
        int[] restRows = [.. Enumerable.Range(0, accounts.Length).Where(row => !isKey[row])];
        (keyPlaceOf, restPlaceOf) = (PlacesOf(keyRows, accounts.Length), PlacesOf(restRows, accounts.Length));
        var table = new AttributeTable([.. columns.Select(column => column.Of(accounts))]);
        var (keyTable, restTable) = (table.Rows(keyRows), table.Rows(restRows));
        Weights = AttributeWeights.Learn(keyTable, restTable);
        var scale = GowerScale.Of(Weights, keyTable, restTable);
        (all, keys) = (scale.Code(table), scale.Code(keyTable));
        alike = LookAlikes.Of(scale.Code(restTable), keys, Matches);
        Check = SeparationCheck.Of(
            keyTable,
            Array.ConvertAll(keyRows, row => ledger.Accounts.Ids[accounts[row]]),
            restTable,
            Array.ConvertAll(restRows, row => ledger.Accounts.Ids[accounts[row]])
        );
        Order = Nearest(restRows);
    }

    private LikenessFindings(LikenessFindings same, SalesLedger ledger)
    {
        (Ledger, Columns, Weights, Check, Order) = (ledger, same.Columns, same.Weights, same.Check, same.Order);
        (accounts, rowOf, all, keys) = (same.accounts, same.rowOf, same.all, same.keys);
        (keyRows, keyPlaceOf, restPlaceOf, alike) = (same.keyRows, same.keyPlaceOf, same.restPlaceOf, same.alike);
    }

    /// <inheritdoc/>
    public SalesLedger Ledger { get; }

    /// <summary>What accounts are compared by.</summary>
    public IReadOnlyList<LikenessColumn> Columns { get; }

    /// <summary>How much each attribute counts.</summary>
    public AttributeWeights Weights { get; }

    /// <summary>How well likeness tells key accounts from the rest; null where there are too few to say.</summary>
    public SeparationCheck? Check { get; }

    /// <summary>Number of key accounts.</summary>
    public int KeyAccounts => keyRows.Length;

    /// <summary>Accounts that are not key and of which enough is known, by index in the ledger: those most like a key account first.</summary>
    public IReadOnlyList<int> Order { get; }

    /// <summary>Whether an account is a key account.</summary>
    public bool IsKey(int account) => RowOf(account) is >= 0 and var row && keyPlaceOf[row] >= 0;

    /// <summary>Likeness of an account to its nearest key account, 0 to 1; null for key accounts and where too little is known.</summary>
    public double? LikenessOf(int account) =>
        RowOf(account) is >= 0 and var row && restPlaceOf[row] is >= 0 and var place && alike.NearestOf(place) is { IsKnown: true } distance
            ? 1 - distance.Value
            : null;

    /// <summary>The key accounts nearest to an account, nearest first; itself left out.</summary>
    public IReadOnlyList<Neighbour> KeyAccountsLike(int account, int count = Matches)
    {
        if (RowOf(account) is not (>= 0 and var row))
            return [];
        var found =
            restPlaceOf[row] is >= 0 and var place && count <= Matches ? alike[place]
            : keyPlaceOf[row] is >= 0 and var own ? NearestRows.Of(keys, own, keys, count)
            : NearestRows.Of(all, row, keys, count);
        return [.. found.Take(count).Select(match => new Neighbour(accounts[keyRows[match.Row]], match))];
    }

    /// <summary>The accounts nearest to an account, key or not, of which enough is known; itself left out.</summary>
    /// <param name="account">The account.</param>
    /// <param name="count">How many.</param>
    /// <param name="among">Only these; null for all. Asked only of those that are near enough.</param>
    public IReadOnlyList<Neighbour> NearestTo(int account, int count, Func<int, bool>? among = null) =>
        RowOf(account) is >= 0 and var row
            ?
            [
                .. NearestRows
                    .Of(all, row, all, count, counts: among is null ? null : other => among(accounts[other]))
                    .Select(match => new Neighbour(accounts[match.Row], match)),
            ]
            : [];

    /// <summary>The attributes that count and are not known of an account, by their keys, the weightiest first.</summary>
    public IReadOnlyList<string> UnknownOf(int account) =>
        [
            .. Columns
                .Select((column, at) => (column, Weight: Weights.Percents[at]))
                .Where(each => each.Weight > 0 && each.column.WordOf(account) is null && each.column.NumberOf(account) is null)
                .OrderByDescending(each => each.Weight)
                .Select(each => each.column.Key),
        ];

    /// <summary>Works them out; null where there is no key account, nobody else, or nothing to compare by.</summary>
    public static LikenessFindings? Of(LedgerView view, TierRules rules, AccountRatings ratings, IReadOnlyList<LikenessColumn> columns)
    {
        var analysis = SalesAnalysis.Of(view);
        var tiers = analysis.Tiers(rules, ratings);
        var figures = analysis.Figures;
        int[] accounts = [.. Enumerable.Range(0, figures.Rows.Count).Select(figures.Rows.AccountAt)];
        var isKey = Array.ConvertAll(accounts, account => tiers[figures.Rows.RowOf(account)] == Tier.Key);
        return columns.Count > 0 && isKey.Contains(true) && isKey.Contains(false) ? new(view.Ledger, columns, accounts, isKey) : null;
    }

    /// <summary>The same findings for a ledger with the same lines and attributes.</summary>
    internal LikenessFindings For(SalesLedger ledger) => new(this, ledger);

    private int RowOf(int account) => account < rowOf.Length ? rowOf[account] : -1;

    private int[] Nearest(int[] restRows)
    {
        var known = Enumerable.Range(0, alike.Count).Where(place => alike.NearestOf(place).IsKnown).ToArray();
        var keysOf = Array.ConvertAll(known, place => (alike.NearestOf(place), alike.MeanDistanceOf(place), place));
        // Many are equally near to one key account; of those the ones that are near to several come first.
        Array.Sort(keysOf, known);
        return Array.ConvertAll(known, place => accounts[restRows[place]]);
    }

    private static int[] PlacesOf(int[] rows, int count)
    {
        var places = new int[count];
        Array.Fill(places, -1);
        for (var place = 0; place < rows.Length; place++)
            places[rows[place]] = place;
        return places;
    }
}

/// <summary>An account that resembles another.</summary>
/// <param name="Account">Its index in the ledger.</param>
/// <param name="Match">How near it is, and why.</param>
public sealed record Neighbour(int Account, LookAlike Match)
{
    /// <summary>Likeness, 0 to 1.</summary>
    public double Likeness => 1 - Match.Distance.Value;
}
