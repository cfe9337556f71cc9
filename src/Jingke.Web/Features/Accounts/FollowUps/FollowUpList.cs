using Jingke.Domain.FollowUps;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.FollowUps;

/// <summary>The contacts with a customer, the latest first, each with the next step that was agreed.</summary>
internal sealed class FollowUpList(JingkeDbContext db)
{
    /// <summary>One page. Whoever asks has made sure that the account is in scope.</summary>
    public async Task<Page<FollowUpRow>> RunAsync(long accountId, PageRequest wanted, CancellationToken cancel)
    {
        var page = await Rows(accountId).ToPageAsync(wanted, cancel);
        return page with { Rows = await WithNextAsync(page.Rows, cancel) };
    }

    /// <summary>All of them, read in parts; for exports.</summary>
    public async IAsyncEnumerable<FollowUpRow> AllAsync(
        long accountId,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        const int part = 500;
        var rows = new List<FollowUpRow>(part);
        for (var from = 0; from == 0 || rows.Count == part; from += part)
        {
            rows = await Rows(accountId).Skip(from).Take(part).ToListAsync(cancel);
            foreach (var row in await WithNextAsync(rows, cancel))
                yield return row;
        }
    }

    /// <summary>What is still to be done about the account, whoever has to do it, the most urgent first.</summary>
    public Task<List<OpenToDo>> OpenToDosAsync(long accountId, int most, CancellationToken cancel) =>
        db
            .ToDos.AsNoTracking()
            .Where(toDo => toDo.AccountId == accountId && toDo.DoneAt == null)
            .OrderBy(toDo => toDo.DueOn)
            .ThenBy(toDo => toDo.Id)
            .Select(toDo => new OpenToDo(toDo.Id, toDo.What, toDo.DueOn, toDo.OwnerId))
            .Take(most)
            .ToListAsync(cancel);

    private IQueryable<FollowUpRow> Rows(long accountId) =>
        db
            .FollowUps.AsNoTracking()
            .Where(followUp => followUp.AccountId == accountId)
            .OrderByDescending(followUp => followUp.On)
            .ThenByDescending(followUp => followUp.Id)
            .Select(followUp => new FollowUpRow(
                followUp.Id,
                followUp.Kind,
                followUp.On,
                followUp.ContactId,
                followUp.Contact!.Name,
                followUp.Summary,
                followUp.ById,
                followUp.RecordedAt
            ));

    private async Task<IReadOnlyList<FollowUpRow>> WithNextAsync(IReadOnlyList<FollowUpRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(row => (long?)row.Id).ToList();
        var steps = await db
            .ToDos.AsNoTracking()
            .Where(toDo => ids.Contains(toDo.FollowUpId))
            .OrderBy(toDo => toDo.Id)
            .Select(toDo => new { toDo.FollowUpId, Step = new NextStep(toDo.What, toDo.DueOn, toDo.DoneAt != null) })
            .ToListAsync(cancel);
        var byFollowUp = steps.ToLookup(each => each.FollowUpId, each => each.Step);
        return [.. rows.Select(row => row with { Next = byFollowUp[row.Id].FirstOrDefault() })];
    }
}

/// <summary>A contact with a customer.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Kind">How the customer was contacted.</param>
/// <param name="On">The day.</param>
/// <param name="ContactId">With whom; null where that was not said.</param>
/// <param name="Contact">Their name; null where it was not said, and for who has been deleted.</param>
/// <param name="Summary">What came of it.</param>
/// <param name="ById">Who was in contact; null for the system.</param>
/// <param name="RecordedAt">When it was written down.</param>
public sealed record FollowUpRow(
    long Id,
    FollowUpKind Kind,
    DateOnly On,
    long? ContactId,
    string? Contact,
    string Summary,
    Guid? ById,
    DateTime RecordedAt
)
{
    /// <summary>The next step that was agreed; null without one.</summary>
    public NextStep? Next { get; init; }
}

/// <summary>A next step, the day it is due, and whether it is done.</summary>
public sealed record NextStep(string What, DateOnly DueOn, bool IsDone);

/// <summary>What somebody still has to do.</summary>
public sealed record OpenToDo(long Id, string What, DateOnly DueOn, Guid OwnerId);
