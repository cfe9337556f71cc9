using Jingke.Domain;
using Jingke.Domain.FollowUps;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.ToDos;

/// <summary>Marks a to-do of one's own as done.</summary>
internal sealed class FinishToDo(JingkeDbContext db, PeopleDirectory people, TimeProvider time)
{
    /// <summary>Finishes it and tells what it was.</summary>
    /// <exception cref="NotFoundException">There is none in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>to-do.of-other</c> (name)</exception>
    public async Task<string> RunAsync(long id, CancellationToken cancel)
    {
        var toDo = await db.ToDos.SingleOrDefaultAsync(each => each.Id == id, cancel) ?? throw new NotFoundException(nameof(ToDo), id);
        if (toDo.OwnerId != db.Viewer.UserId)
            throw new RuleException("to-do.of-other", people.Current.Find(toDo.OwnerId)?.Name);
        toDo.Finish(time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
        return toDo.What;
    }
}
