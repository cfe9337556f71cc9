using Jingke.Domain.Accounts;
using Jingke.Domain.Evaluations;
using Jingke.Domain.Imports;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Today;

/// <summary>What changed since yesterday among the accounts that the viewer sees, and what is going on.</summary>
internal sealed class WhatIsNew(JingkeDbContext db, Clock clock)
{
    /// <summary>How many of each kind are named.</summary>
    public const int Most = 10;

    /// <summary>A rise or a fall.</summary>
    public sealed record Change(long AccountId, string Name, Tier? From, Tier? To)
    {
        /// <summary>Whether the account rose: the better a tier, the earlier it stands.</summary>
        public bool IsRise => To is not null && (From is null || To < From);
    }

    /// <summary>A new account.</summary>
    public sealed record NewAccount(long Id, string Name, DateTime CreatedAt);

    /// <summary>An import under way.</summary>
    public sealed record Import(long Id, string FileName, ImportState State, long Done, long Total);

    /// <summary>Everything at once.</summary>
    public sealed record Answer(
        bool HasAccounts,
        IReadOnlyList<Change> Changes,
        int ChangeCount,
        IReadOnlyList<NewAccount> New,
        int NewCount,
        IReadOnlyList<Import> Imports,
        EvaluationRun? Evaluation
    );

    /// <summary>Looks.</summary>
    /// <param name="seesImports">Whether the viewer may follow imports.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<Answer> RunAsync(bool seesImports, CancellationToken cancel)
    {
        var yesterday = clock.Today.AddDays(-1);
        var since = TimeZoneInfo.ConvertTimeToUtc(yesterday.ToDateTime(TimeOnly.MinValue), clock.Zone);
        var changes = db.TierChanges.AsNoTracking().Where(change => change.On >= yesterday && change.Account!.DeletedAt == null);
        var created = db.Accounts.AsNoTracking().Where(account => account.CreatedAt >= since);
        return new(
            await db.Accounts.AnyAsync(cancel),
            await changes
                .OrderByDescending(change => change.Account!.NetSales)
                .ThenBy(change => change.Id)
                .Select(change => new Change(change.AccountId, change.Account!.Name, change.From, change.To))
                .Take(Most)
                .ToListAsync(cancel),
            await changes.CountAsync(cancel),
            await created
                .OrderByDescending(account => account.NetSales)
                .ThenByDescending(account => account.Id)
                .Select(account => new NewAccount(account.Id, account.Name, account.CreatedAt))
                .Take(Most)
                .ToListAsync(cancel),
            await created.CountAsync(cancel),
            seesImports ? await ImportsAsync(cancel) : [],
            await db.EvaluationRuns.AsNoTracking().OrderByDescending(run => run.Id).FirstOrDefaultAsync(cancel)
        );
    }

    private async Task<List<Import>> ImportsAsync(CancellationToken cancel)
    {
        var batches = await db
            .ImportBatches.AsNoTracking()
            .Where(batch =>
                batch.State == ImportState.Checking
                || batch.State == ImportState.Queued
                || batch.State == ImportState.Running
                || batch.State == ImportState.Undoing
            )
            .OrderBy(batch => batch.Id)
            .Take(Most)
            .ToListAsync(cancel);
        return batches.ConvertAll(batch => new Import(batch.Id, batch.FileName, batch.State, batch.RowsThrough, batch.TotalRows));
    }
}
