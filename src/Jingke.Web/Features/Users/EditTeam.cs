using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.People;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Users;

/// <summary>Adds a team, or gives one another name or another place in the tree.</summary>
internal sealed class EditTeam(JingkeDbContext db, PeopleDirectory people)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "required"), MaxLength(100, ErrorMessage = "too-long:100")]
        public string? Name { get; set; }

        /// <summary>The team above; null at the top.</summary>
        public long? ParentId { get; set; }

        /// <summary>The version that was on the screen.</summary>
        public int Version { get; set; }
    }

    /// <summary>The team as the form shows it.</summary>
    /// <exception cref="NotFoundException">There is no such team.</exception>
    public async Task<Input> LoadAsync(long id, CancellationToken cancel)
    {
        var team =
            await db.Teams.AsNoTracking().SingleOrDefaultAsync(team => team.Id == id, cancel)
            ?? throw new NotFoundException(nameof(Team), id);
        return new()
        {
            Name = team.Name,
            ParentId = team.ParentId,
            Version = team.Version,
        };
    }

    /// <summary>Adds or changes the team.</summary>
    /// <param name="id">The team; null adds one.</param>
    /// <param name="input">What it becomes.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="NotFoundException">There is no such team.</exception>
    /// <exception cref="RuleException"><c>team.name-missing</c>, <c>team.name-taken</c>, <c>team.parent-is-below</c></exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first.</exception>
    public async Task RunAsync(long? id, Input input, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Two moves at once could close a ring; the stamp's row lets them happen one after the other.
        await db.RaiseStampAsync(ChangeStamp.People, cancel);
        var teams = await db.Teams.ToListAsync(cancel);
        if (teams.Any(each => each.Id != id && each.ParentId == input.ParentId && each.Name == input.Name!.Trim()))
            throw new RuleException("team.name-taken", input.Name!.Trim());

        if (id is null)
            db.Teams.Add(new Team(input.Name!, input.ParentId));
        else
            Change(teams, id.Value, input);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await people.ReloadAsync(cancel);
    }

    private void Change(List<Team> teams, long id, Input input)
    {
        var team = teams.Find(each => each.Id == id) ?? throw new NotFoundException(nameof(Team), id);
        db.Entry(team).Property(each => each.Version).OriginalValue = input.Version;
        team.Rename(input.Name!);
        team.MoveTo(input.ParentId, Below(teams, id));
    }

    private static HashSet<long> Below(List<Team> teams, long id)
    {
        var children = teams.Where(team => team.ParentId is not null).ToLookup(team => team.ParentId!.Value, team => team.Id);
        var found = new HashSet<long>();
        var open = new Stack<long>(children[id]);
        while (open.TryPop(out var next))
            if (found.Add(next))
                foreach (var child in children[next])
                    open.Push(child);
        return found;
    }
}
