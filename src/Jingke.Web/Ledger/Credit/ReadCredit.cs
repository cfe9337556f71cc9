using Jingke.Analytics.Scoring;
using Jingke.Domain.Credit;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;
using Jingke.Web.Ledger.Receivables;

namespace Jingke.Web.Ledger.Credit;

/// <summary>Rates accounts on both scorecards: what was found of them, what their cards say, and what our own books say.</summary>
internal sealed class ReadCredit(CatalogueInForce catalogue, ReceivableBook receivables, Analyses analyses, Clock clock)
{
    /// <summary>The sheet of one account that the viewer of the context sees.</summary>
    /// <exception cref="Domain.RuleException"><c>ledger.loading</c></exception>
    public async Task<CreditSheet> OneAsync(JingkeDbContext db, CreditRulesInForce.Answer force, long accountId, CancellationToken cancel)
    {
        var records = await CreditRecords.ReadAsync(db, catalogue.Current, force.Items, accountId, [], cancel);
        return new Rater(force, records, await ExposuresAsync(cancel), Own(), clock.Today).Of(accountId);
    }

    /// <summary>Where the credit of all accounts stands that somebody looked into, or that owe us something.</summary>
    /// <exception cref="Domain.RuleException"><c>ledger.loading</c></exception>
    public async Task<CreditStanding[]> AllAsync(JingkeDbContext db, CreditRulesInForce.Answer force, CancellationToken cancel)
    {
        var own = Own();
        var exposures = await ExposuresAsync(cancel);
        var records = await CreditRecords.ReadAsync(db, catalogue.Current, force.Items, null, exposures.Open, cancel);
        var rater = new Rater(force, records, exposures, own, clock.Today);
        var accounts = records.Accounts.Order().ToArray();
        var standings = new CreditStanding[accounts.Length];
        Parallel.For(0, accounts.Length, place => standings[place] = CreditStanding.Of(force.Rules, rater.InShort(accounts[place])));
        return standings;
    }

    private async Task<Exposures> ExposuresAsync(CancellationToken cancel) => new(await receivables.RunAsync(cancel), clock.Today);

    private OwnFigures Own() => new(analyses.Of(Viewer.System));

    private sealed class Rater(CreditRulesInForce.Answer force, CreditRecords records, Exposures exposures, OwnFigures own, DateOnly today)
    {
        private readonly (IReadOnlyList<ScoreItem> Items, Scorecard? Card) credit = CardOf(force, ScorecardKind.Credit);
        private readonly (IReadOnlyList<ScoreItem> Items, Scorecard? Card) operating = CardOf(force, ScorecardKind.Operating);

        private readonly double ownShare = ShareOfOwn(force);

        public CreditSheet Of(long account) =>
            new(
                account,
                Rate(account, ScorecardKind.Credit, credit),
                Rate(account, ScorecardKind.Operating, operating),
                own.SalesOf(account),
                records.GrantedTo(account),
                exposures.Of(account)
            );

        /// <summary>As <see cref="Of"/>, but without cards where they could not lead to a rating: most who owe us something nobody ever judged.</summary>
        public CreditSheet InShort(long account) =>
            records.IsJudged(account) || ownShare >= force.Rules.MinimumCoverage
                ? Of(account)
                : new(
                    account,
                    new([], null, records.InvestigatedOn(account, ScorecardKind.Credit)),
                    new([], null, records.InvestigatedOn(account, ScorecardKind.Operating)),
                    own.SalesOf(account),
                    records.GrantedTo(account),
                    exposures.Of(account)
                );

        private CardSheet Rate(long account, ScorecardKind kind, (IReadOnlyList<ScoreItem> Items, Scorecard? Card) by) =>
            CardSheet.Of(by.Card, [.. by.Items.Select(item => ValueOf(account, item))], records.InvestigatedOn(account, kind));

        private ItemValue ValueOf(long account, ScoreItem item) =>
            ItemValue.Of(
                item,
                item.Measure is { } measure ? OwnValue(account, measure) : null,
                records.FindingOf(account, item.Id),
                records.FactOf(account, item.FieldKey),
                today
            );

        private double? OwnValue(long account, ScoreMeasure measure) =>
            measure == ScoreMeasure.Punctuality ? Exposures.PunctualityOf(exposures.Of(account)) : own.ValueOf(measure, account);

        private static double ShareOfOwn(CreditRulesInForce.Answer force) =>
            Enum.GetValues<ScorecardKind>()
                .Max(card =>
                    force.Of(card) is { Count: > 0 } items
                        ? items.Where(item => item.Measure is not null).Sum(item => (double)item.Weight) / items.Sum(item => item.Weight)
                        : 0
                );

        private static (IReadOnlyList<ScoreItem>, Scorecard?) CardOf(CreditRulesInForce.Answer force, ScorecardKind card) =>
            force.Of(card) is var items ? (items, CardSheet.CardOf(items, force.Rules)) : default;
    }
}
