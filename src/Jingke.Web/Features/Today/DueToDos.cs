using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Today;

/// <summary>What the viewer has to do today, and what they should have done before.</summary>
internal sealed class DueToDos(JingkeDbContext db, Clock clock)
{
    /// <summary>How many are named.</summary>
    public const int Most = 10;

    /// <summary>Looks.</summary>
    public async Task<WhatIsDue> RunAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        var due = db
            .ToDos.AsNoTracking()
            .Where(toDo => toDo.OwnerId == db.Viewer.UserId && toDo.DoneAt == null && toDo.DueOn <= today)
            .OrderBy(toDo => toDo.DueOn)
            .ThenBy(toDo => toDo.Id);
        var rows = await due.Select(toDo => new DueToDo(toDo.Id, toDo.AccountId, toDo.Account!.Name, toDo.What, toDo.DueOn, toDo.IsMeasure))
            .Take(Most)
            .ToListAsync(cancel);
        // Most people are not that far behind: then the rows themselves tell the counts.
        if (rows.Count < Most)
            return new(rows, rows.Count(row => row.DueOn < today), rows.Count(row => row.DueOn == today));
        return new(
            rows,
            await due.Where(toDo => toDo.DueOn < today).Take(Paging.CountedUpTo).CountAsync(cancel),
            await due.Where(toDo => toDo.DueOn == today).Take(Paging.CountedUpTo).CountAsync(cancel)
        );
    }
}

/// <summary>A to-do that is due: what, about whom, since when, and whether it is a measure of a key account's file.</summary>
public sealed record DueToDo(long Id, long AccountId, string Account, string What, DateOnly DueOn, bool IsMeasure);

/// <summary>What is due. No count goes beyond <see cref="Paging.CountedUpTo"/>.</summary>
/// <param name="Rows">The most urgent ones.</param>
/// <param name="Overdue">How many should have been done before today.</param>
/// <param name="Today">How many are due today.</param>
public sealed record WhatIsDue(IReadOnlyList<DueToDo> Rows, int Overdue, int Today);
