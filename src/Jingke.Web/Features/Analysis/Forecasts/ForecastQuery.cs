using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Ledger;
using Jingke.Domain;
using Jingke.Web.Ledger.Forecasts;

namespace Jingke.Web.Features.Analysis.Forecasts;

/// <summary>The forecast of what an address asks for, and what else could be chosen there; only what the viewer sees.</summary>
internal sealed class ForecastQuery(AnalysisScope scope, SeriesForecasts forecasts, TargetOfAccount targets, GroupWords words)
{
    private const int MostGroups = 200;
    private const int MostAccounts = 12;

    /// <summary>Finds it.</summary>
    /// <param name="of">What is asked for.</param>
    /// <param name="asOf">The day up to which sales count; null for the newest line.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="NotFoundException">There is no such group or account, or the viewer sees nothing of it.</exception>
    public async Task<ForecastAnswer> RunAsync(ForecastOf of, DateOnly? asOf, CancellationToken cancel)
    {
        // A forecast depends on the day it stands at, not on the period that is looked at.
        var view = scope.ViewOf(new(AsOf: asOf));
        if (of.IsAccount)
            return await OfAccountAsync(view, of, asOf, cancel);
        if (of.Dimension is { } dimension)
            return await OfGroupAsync(view, of, dimension);

        var standing = scope.StandingOf(new(AsOf: asOf));
        var spread = new SalesSpread(standing.Pareto.Verdict, standing.Pareto.Top20PercentShare, standing.Concentration.Top1);
        return new(of, "", [], forecasts.OfAll(view), view.AsOf, scope.SeesAll, spread);
    }

    private async Task<ForecastAnswer> OfGroupAsync(LedgerView view, ForecastOf of, Dimension dimension)
    {
        var (grouping, key) = await scope.GroupingAsync(view, dimension);
        var breakdown = await scope.BreakdownAsync(view, dimension);
        var choices = breakdown
            .Rows.Where(row => row.Group.Key.Length > 0)
            .Take(MostGroups)
            .Select(row => new ForecastChoice(row.Group.Key, words.NameOf(grouping.Dimension, row.Group)))
            .ToList();
        if ((of.Group ?? choices.FirstOrDefault()?.Key) is not { } wanted)
            return new(of, "", choices, null, view.AsOf, scope.SeesAll, null);

        var group = grouping.IndexOf(wanted);
        if (group < 0)
            throw new NotFoundException("Group", wanted);

        var found = forecasts.OfGroup(view, grouping, group, $"{key}:{group}");
        // A group that only others' accounts are in must not even confirm that it exists.
        if (!found.HasSales && !scope.SeesAll)
            throw new NotFoundException("Group", wanted);

        var name = words.NameOf(grouping.Dimension, grouping.Groups[group]);
        if (choices.TrueForAll(choice => choice.Key != wanted))
            choices.Add(new(wanted, name));
        return new(of with { Group = wanted }, name, choices, found, view.AsOf, scope.SeesAll, null);
    }

    private async Task<ForecastAnswer> OfAccountAsync(LedgerView view, ForecastOf of, DateOnly? asOf, CancellationToken cancel)
    {
        var accounts = view.Ledger.Accounts;
        var choices = LargestAccounts(view, of.Search);
        var account =
            of.AccountId is { } id ? accounts.IndexOf(id)
            : choices.Count > 0 ? choices[0]
            : -1;
        if (of.AccountId is { } asked && (account < 0 || view.Accounts?.Contains(account) == false))
            throw new NotFoundException(nameof(Domain.Accounts.Account), asked);

        ForecastChoice[] named = [.. choices.Select(each => new ForecastChoice($"{accounts.Ids[each]}", accounts.Names[each]))];
        if (account < 0)
            return new(of, "", named, null, view.AsOf, scope.SeesAll, null);

        var (shown, found) = (of with { Group = $"{accounts.Ids[account]}" }, forecasts.OfAccount(view, account));
        return new(shown, accounts.Names[account], named, found, view.AsOf, scope.SeesAll, null)
        {
            Target = await targets.RunAsync(accounts.Ids[account], found, asOf, cancel),
        };
    }

    /// <summary>Indexes of the accounts with the largest net sales of the last 12 months, of all or of those found.</summary>
    private List<int> LargestAccounts(LedgerView view, string? search)
    {
        var standing = scope.StandingOf(new(AsOf: view.AsOf));
        var (accounts, rows) = (view.Ledger.Accounts, standing.Figures.Rows);
        if (search is null)
            return [.. standing.Ranking.Rows.Take(MostAccounts).Select(rows.AccountAt)];

        return
        [
            .. Enumerable
                .Range(0, rows.Count)
                .Where(row => Has(accounts.Names[rows.AccountAt(row)]) || Has(accounts.Codes[rows.AccountAt(row)]))
                .OrderByDescending(row => standing.Figures[row].NetSales)
                .ThenBy(row => accounts.Ids[rows.AccountAt(row)])
                .Take(MostAccounts)
                .Select(rows.AccountAt),
        ];

        bool Has(string text) => text.Contains(search, StringComparison.OrdinalIgnoreCase);
    }
}
