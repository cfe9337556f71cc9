using Jingke.Domain.FollowUps;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>A measure of a file.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Account">Its name.</param>
/// <param name="What">What is to be done.</param>
/// <param name="OwnerId">Who has to do it.</param>
/// <param name="DueOn">Until when.</param>
/// <param name="DoneAt">When it was done, UTC; null while it is open.</param>
/// <param name="Outcome">What came of it; may be empty.</param>
public sealed record MeasureRow(
    long Id,
    long AccountId,
    string Account,
    string What,
    Guid OwnerId,
    DateOnly DueOn,
    DateTime? DoneAt,
    string Outcome
);

/// <summary>The measures of all files in the viewer's scope, whoever has to do them.</summary>
internal sealed class MeasureList(JingkeDbContext db, Clock clock)
{
    /// <summary>Which ones can be asked for.</summary>
    public static IReadOnlyList<string> Shows { get; } = ["open", "overdue", "done"];

    /// <summary>A word of an address that is one of <see cref="Shows"/>.</summary>
    public static string ShowOf(PageAddress address) => address.Get("show") is { } show && Shows.Contains(show) ? show : "open";

    /// <summary>One page: open ones with the most urgent first, done ones with the latest first.</summary>
    public Task<Page<MeasureRow>> RunAsync(string show, PageRequest wanted, CancellationToken cancel) =>
        Rows(show).ToPageAsync(wanted, cancel);

    /// <summary>All of them, read one after another; for exports.</summary>
    public IAsyncEnumerable<MeasureRow> All(string show) => Rows(show).AsAsyncEnumerable();

    private IQueryable<MeasureRow> Rows(string show)
    {
        var today = clock.Today;
        var measures = db.ToDos.AsNoTracking().Where(toDo => toDo.IsMeasure);
        IQueryable<ToDo> ordered = show switch
        {
            "done" => measures.Where(toDo => toDo.DoneAt != null).OrderByDescending(toDo => toDo.DoneAt).ThenByDescending(toDo => toDo.Id),
            "overdue" => measures
                .Where(toDo => toDo.DoneAt == null && toDo.DueOn < today)
                .OrderBy(toDo => toDo.DueOn)
                .ThenBy(toDo => toDo.Id),
            _ => measures.Where(toDo => toDo.DoneAt == null).OrderBy(toDo => toDo.DueOn).ThenBy(toDo => toDo.Id),
        };
        return ordered.Select(toDo => new MeasureRow(
            toDo.Id,
            toDo.AccountId,
            toDo.Account!.Name,
            toDo.What,
            toDo.OwnerId,
            toDo.DueOn,
            toDo.DoneAt,
            toDo.Outcome
        ));
    }
}
