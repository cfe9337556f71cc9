using System.Globalization;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Periods;
using Jingke.Analytics.Tiers;
using Jingke.Domain.Facts.Vetting;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;
using Jingke.Web.Ledger.Profit;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Ledger.Evaluation;

/// <summary>What tiers are judged by besides orders, for all the company's accounts.</summary>
/// <param name="Key">Equal keys mean equal ratings of the same lines; at most <see cref="Domain.Evaluations.EvaluationRun.MaximumInputs"/> characters.</param>
/// <param name="Values">True profit, potential, influence by account index.</param>
public sealed record Rated(string Key, AccountRatings Values);

/// <summary>
/// Keeps what tiers are judged by besides orders: true profit where more than the cost of goods is recorded, what an account buys of our
/// kind in a year, the grade of influence in its file. Pages judge by what the latest evaluation saw, so that a tier does not move with every
/// visit that is written down, and a page shows the tier that the list shows.
/// </summary>
internal sealed class RatingsBook(JingkeDbFactory factory, CatalogueInForce catalogue, ProfitBook profit, Analyses analyses)
{
    // A page asks for two: to today, and to the end of the last quarter. Others come from periods that people choose.
    private const int Most = 16;

    private readonly Lock gate = new();
    private readonly Dictionary<DayRange, Inputs> kept = [];
    private SalesLedger? of;

    private sealed record Inputs(
        string Key,
        ProfitRecords Profit,
        IReadOnlyDictionary<long, double> Potential,
        IReadOnlyDictionary<long, double> Influence
    );

    /// <summary>The ratings for pages: those of the latest evaluation, read now where it has none for the period.</summary>
    /// <param name="everyone">All accounts in use.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Rated> RunAsync(LedgerView everyone, CancellationToken cancel) => Rate(everyone, await InputsAsync(everyone, cancel));

    /// <summary>The key of <see cref="RunAsync"/> alone, without working anything out.</summary>
    public async Task<string> KeyAsync(LedgerView everyone, CancellationToken cancel) => (await InputsAsync(everyone, cancel)).Key;

    /// <summary>The ratings as they are now; pages have them from now on.</summary>
    public async Task<Rated> FreshAsync(LedgerView everyone, CancellationToken cancel)
    {
        var inputs = await ReadAsync(everyone, cancel);
        lock (gate)
        {
            // Those of other periods belong to the evaluation before.
            kept.Clear();
            (of, kept[everyone.Period]) = (everyone.Ledger, inputs);
        }
        return Rate(everyone, inputs);
    }

    /// <summary>Lets go of what is kept when the latest evaluation, on another node, saw something else.</summary>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var latest = await db.EvaluationRuns.OrderByDescending(run => run.Id).Select(run => run.Inputs).FirstOrDefaultAsync(cancel);
        lock (gate)
            if (kept.Values.All(inputs => inputs.Key != latest))
                kept.Clear();
    }

    private async Task<Inputs> InputsAsync(LedgerView everyone, CancellationToken cancel)
    {
        lock (gate)
            if (of?.HasLinesOf(everyone.Ledger) == true && kept.TryGetValue(everyone.Period, out var known))
                return known;

        var inputs = await ReadAsync(everyone, cancel);
        lock (gate)
        {
            if (of?.HasLinesOf(everyone.Ledger) != true || kept.Count >= Most)
                kept.Clear();
            of = everyone.Ledger;
            kept.TryAdd(everyone.Period, inputs);
            return kept[everyone.Period];
        }
    }

    private Rated Rate(LedgerView everyone, Inputs inputs) =>
        analyses.Of(
            Viewer.System,
            everyone,
            $"ratings:{inputs.Key}",
            () => (new Rated(inputs.Key, RatingsOf(everyone, inputs)), everyone.Ledger.AccountCount / 8)
        );

    private AccountRatings RatingsOf(LedgerView everyone, Inputs inputs)
    {
        var accounts = everyone.Ledger.Accounts;
        return new(ByAccount(accounts, inputs.Potential), ByAccount(accounts, inputs.Influence), ProfitOf(everyone, inputs.Profit));
    }

    private double[]? ProfitOf(LedgerView everyone, ProfitRecords records)
    {
        // Gross profit says the same then, and is called what it is.
        if (!records.KnowsMore)
            return null;

        var standing = analyses.Of(Viewer.System, everyone);
        var found = profit.Of(Viewer.System, standing, records).Profit;
        var profits = new double[everyone.Ledger.AccountCount];
        Array.Fill(profits, double.NaN);
        for (var row = 0; row < found.Count; row++)
            profits[standing.Figures.Rows.AccountAt(row)] = found[row] ?? double.NaN;
        return profits;
    }

    private static double[]? ByAccount(AccountDirectory accounts, IReadOnlyDictionary<long, double> known)
    {
        if (known.Count == 0)
            return null;

        var values = new double[accounts.Ids.Length];
        Array.Fill(values, double.NaN);
        foreach (var (id, value) in known)
            if (accounts.IndexOf(id) is >= 0 and var account)
                values[account] = value;
        return values;
    }

    private async Task<Inputs> ReadAsync(LedgerView everyone, CancellationToken cancel)
    {
        var records = await profit.RunAsync(everyone, cancel);
        await using var db = factory.CreateForSystem();
        var field = catalogue.Current.Field(CrossChecks.PurchaseVolume)?.Id ?? 0;
        var potential = new Dictionary<long, double>();
        await foreach (var fact in BelievedFact.Accepted(db, field).AsAsyncEnumerable().WithCancellation(cancel))
            if (fact.Number is { } bought)
                potential[fact.AccountId] = bought;
        var assessments = db.KeyAccountAssessments.IgnoreQueryFilters();
        var influence = await assessments
            .Where(each => each.InfluenceGrade != null)
            .Where(each => !assessments.Any(later => later.AccountId == each.AccountId && later.Id > each.Id))
            .ToDictionaryAsync(each => each.AccountId, each => (double)each.InfluenceGrade!.Value, cancel);
        var newest = influence.Count == 0 ? 0 : await assessments.MaxAsync(each => each.Id, cancel);
        var purchases = await BelievedFact.StampAsync(db, field, cancel);
        var key = string.Create(CultureInfo.InvariantCulture, $"{(records.KnowsMore ? records.Key : "")}/{purchases}/{newest}");
        return new(key, records, potential, influence);
    }
}
