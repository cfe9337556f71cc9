using Jingke.Domain;
using Jingke.Domain.Credit;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger.Credit;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Credit.Sheet;

/// <summary>Everything about the credit of one account.</summary>
internal sealed class CreditOfAccount(JingkeDbContext db, CreditRulesInForce inForce, ReadCredit read)
{
    /// <summary>Most investigations and most decisions that are shown.</summary>
    public const int Most = 50;

    /// <summary>What is shown.</summary>
    /// <param name="Account">The account.</param>
    /// <param name="MayInvestigate">Whether the viewer may write down an investigation.</param>
    /// <param name="Rules">The rules in force.</param>
    /// <param name="Sheet">Both scorecards.</param>
    /// <param name="Standing">What follows from them.</param>
    /// <param name="Investigations">The investigations of one card, the newest first, with their findings.</param>
    /// <param name="Files">Names of the files that belong to them.</param>
    /// <param name="Decisions">The decisions, the newest first.</param>
    public sealed record Answer(
        Domain.Accounts.Account Account,
        bool MayInvestigate,
        CreditRules Rules,
        CreditSheet Sheet,
        CreditStanding Standing,
        IReadOnlyList<CreditInvestigation> Investigations,
        IReadOnlyDictionary<long, string> Files,
        IReadOnlyList<CreditDecision> Decisions
    );

    /// <summary>Reads it.</summary>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>ledger.loading</c></exception>
    public async Task<Answer> RunAsync(long accountId, ScorecardKind card, CancellationToken cancel)
    {
        var account =
            await db.Accounts.AsNoTracking().SingleOrDefaultAsync(each => each.Id == accountId, cancel)
            ?? throw new NotFoundException(nameof(Domain.Accounts.Account), accountId);
        var force = await inForce.RunAsync(cancel);
        var sheet = await read.OneAsync(db, force, accountId, cancel);
        var investigations = await db
            .CreditInvestigations.AsNoTracking()
            .Include(each => each.Findings)
            .Where(each => each.AccountId == accountId && each.Card == card)
            .OrderByDescending(each => each.On)
            .ThenByDescending(each => each.Id)
            .Take(Most)
            .AsSplitQuery()
            .ToListAsync(cancel);
        var decisions = await db
            .CreditDecisions.AsNoTracking()
            .Where(each => each.AccountId == accountId)
            .OrderByDescending(each => each.Id)
            .Take(Most)
            .ToListAsync(cancel);
        var files = investigations.Select(each => each.AttachmentId).OfType<long>().ToList();
        return new(
            account,
            db.Viewer.MayInvestigate(account),
            force.Rules,
            sheet,
            CreditStanding.Of(force.Rules, sheet),
            investigations,
            await db.Attachments.Where(file => files.Contains(file.Id)).ToDictionaryAsync(file => file.Id, file => file.FileName, cancel),
            decisions
        );
    }
}
