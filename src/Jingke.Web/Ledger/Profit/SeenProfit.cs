using Jingke.Analytics;
using Jingke.Domain;
using Jingke.Web.Data.Access;

namespace Jingke.Web.Ledger.Profit;

/// <summary>True profit for a question, with the standing of the same accounts.</summary>
/// <param name="Seen">The standing of the accounts that the viewer sees.</param>
/// <param name="Findings">Their true profit; rows are those of <paramref name="Seen"/>.</param>
/// <param name="Key">Equal keys mean equal findings, while the ledger is the same.</param>
public sealed record ProfitView(SalesAnalysis Seen, ProfitFindings Findings, string Key)
{
    /// <summary>Row of an account by its identifier; null when the viewer does not see it or the ledger does not know it yet.</summary>
    public int? RowOf(long id) =>
        Seen.View.Ledger.Accounts.IndexOf(id) is >= 0 and var account && Seen.Figures.Rows.RowOf(account) is >= 0 and var row ? row : null;

    /// <summary>Identifier, code and name of a row.</summary>
    public (long Id, string Code, string Name) AccountOf(int row)
    {
        var (accounts, account) = (Seen.View.Ledger.Accounts, Seen.Figures.Rows.AccountAt(row));
        return (accounts.Ids[account], accounts.Codes[account], accounts.Names[account]);
    }
}

/// <summary>
/// True profit as the viewer of this request sees it: of the accounts in scope, ranked among them. Everything that pages show of it goes
/// through here; results are kept while sales, rates, receivables, follow-ups and difficulties are the same.
/// </summary>
internal sealed class SeenProfit(Analyses analyses, ProfitBook book, CurrentUser user)
{
    /// <summary>Whether the viewer sees every account.</summary>
    public bool SeesAll => user.Viewer.SeesAll;

    /// <summary>Asks.</summary>
    /// <exception cref="RuleException"><c>ledger.loading</c></exception>
    public async Task<ProfitView> RunAsync(Analyses.Question question, CancellationToken cancel)
    {
        var seen = analyses.Of(user.Viewer, question);
        var records = await book.RunAsync(seen.View, cancel);
        return new(seen, book.Of(user.Viewer, seen, records), records.Key);
    }

    /// <summary>Asks for a page on which this stands beside other things: null while sales are being read.</summary>
    public async Task<ProfitView?> BrieflyAsync(CancellationToken cancel)
    {
        try
        {
            return await RunAsync(new(), cancel);
        }
        catch (RuleException refusal) when (refusal.Code == "ledger.loading")
        {
            return null;
        }
    }

    /// <summary>Something worked out of an answer, kept with it.</summary>
    /// <param name="view">The answer.</param>
    /// <param name="name">Equal names mean equal results.</param>
    /// <param name="make">Works it out.</param>
    /// <param name="rows">How large it is, in rows.</param>
    public T Kept<T>(ProfitView view, string name, Func<T> make, Func<T, int> rows) =>
        analyses.Of(user.Viewer, view.Seen.View, $"{view.Key}:{name}", () => make() is var made ? (made, rows(made)) : default);
}
