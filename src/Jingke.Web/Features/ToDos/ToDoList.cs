using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.ToDos;

/// <summary>What the viewer has to do about the accounts they see: open ones with the most urgent first, done ones with the latest first.</summary>
internal sealed class ToDoList(JingkeDbContext db)
{
    /// <summary>One page.</summary>
    public Task<Page<ToDoRow>> RunAsync(bool done, PageRequest wanted, CancellationToken cancel) => Rows(done).ToPageAsync(wanted, cancel);

    /// <summary>All of them, read one after another; for exports.</summary>
    public IAsyncEnumerable<ToDoRow> All(bool done) => Rows(done).AsAsyncEnumerable();

    private IQueryable<ToDoRow> Rows(bool done)
    {
        var mine = db.ToDos.AsNoTracking().Where(toDo => toDo.OwnerId == db.Viewer.UserId && toDo.DoneAt != null == done);
        var ordered = done
            ? mine.OrderByDescending(toDo => toDo.DoneAt).ThenByDescending(toDo => toDo.Id)
            : mine.OrderBy(toDo => toDo.DueOn).ThenBy(toDo => toDo.Id);
        return ordered.Select(toDo => new ToDoRow(toDo.Id, toDo.AccountId, toDo.Account!.Name, toDo.What, toDo.DueOn, toDo.DoneAt));
    }
}

/// <summary>Something to do.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="AccountId">The account that it is about.</param>
/// <param name="Account">Its name.</param>
/// <param name="What">What is to be done.</param>
/// <param name="DueOn">Until when.</param>
/// <param name="DoneAt">When it was done, UTC; null while it is open.</param>
public sealed record ToDoRow(long Id, long AccountId, string Account, string What, DateOnly DueOn, DateTime? DoneAt);
