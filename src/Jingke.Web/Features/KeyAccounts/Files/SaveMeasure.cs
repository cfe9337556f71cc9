using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.FollowUps;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>Adds a measure to the file of an account, changes it, and says what came of it. It is a to-do of whoever has to do it.</summary>
internal sealed class SaveMeasure(JingkeDbContext db, PeopleDirectory people, TimeProvider time)
{
    /// <summary>What a person fills in.</summary>
    public sealed class Input
    {
        /// <summary>What is to be done.</summary>
        [Required(ErrorMessage = "required"), MaxLength(ToDo.MaximumLength, ErrorMessage = "too-long:500")]
        public string? What { get; set; }

        /// <summary>Who has to do it.</summary>
        [Required(ErrorMessage = "required")]
        public Guid? OwnerId { get; set; }

        /// <summary>Until when.</summary>
        [Required(ErrorMessage = "required")]
        public DateOnly? DueOn { get; set; }

        /// <summary>Whether it is done.</summary>
        public bool Done { get; set; }

        /// <summary>What came of it.</summary>
        [MaxLength(ToDo.MaximumOutcome, ErrorMessage = "too-long:1000")]
        public string? Outcome { get; set; }

        /// <summary>The version that was on the screen.</summary>
        public int Version { get; set; }

        internal static Input Of(ToDo measure) =>
            new()
            {
                What = measure.What,
                OwnerId = measure.OwnerId,
                DueOn = measure.DueOn,
                Done = measure.DoneAt is not null,
                Outcome = measure.Outcome,
                Version = measure.Version,
            };
    }

    /// <summary>Colleagues who can be asked to do something about an account: those who see it, by name.</summary>
    public IReadOnlyList<PeopleDirectory.Person> OwnersOf(Account account)
    {
        var snapshot = people.Current;
        return
        [
            .. snapshot.People.Where(person =>
                person.IsActive
                && snapshot.ViewerOf(person) is var viewer
                && (viewer.SeesOwner(account.OwnerId) || viewer.SeesTeam(account.TeamId) || viewer.SharedAccountIds.Contains(account.Id))
            ),
        ];
    }

    /// <summary>A measure of an account.</summary>
    /// <exception cref="NotFoundException">There is none in the viewer's scope.</exception>
    public async Task<ToDo> LoadAsync(long accountId, long id, CancellationToken cancel) =>
        await Of(accountId).AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancel)
        ?? throw new NotFoundException(nameof(ToDo), id);

    /// <summary>Saves it.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="id">The measure; null for a new one.</param>
    /// <param name="input">What was filled in, of the right shape.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The measure.</returns>
    /// <exception cref="NotFoundException">There is no such account, or no such measure of it, in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c>, <c>key-account.owner-unseeing</c>, those of <see cref="ToDo"/></exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first.</exception>
    public async Task<ToDo> RunAsync(long accountId, long? id, Input input, CancellationToken cancel)
    {
        var account = await db.AccountToChangeAsync(accountId, cancel);
        var now = time.GetUtcNow().UtcDateTime;
        var (owner, due) = (input.OwnerId!.Value, input.DueOn!.Value);
        ToDo measure;
        if (id is null)
        {
            measure = new(accountId, input.What, due, owner, now, db.Viewer.UserId);
            measure.TakeAsMeasure();
            db.Add(measure);
        }
        else
        {
            measure =
                await Of(accountId).SingleOrDefaultAsync(each => each.Id == id, cancel) ?? throw new NotFoundException(nameof(ToDo), id);
            db.Entry(measure).Property(each => each.Version).OriginalValue = input.Version;
        }

        // Who has it already keeps it, also after having left.
        if ((id is null || owner != measure.OwnerId) && !OwnersOf(account).Any(person => person.Id == owner))
            throw new RuleException("key-account.owner-unseeing");
        measure.Change(input.What, due, owner);
        measure.Conclude(input.Outcome);
        if (input.Done)
            measure.Finish(now);
        else
            measure.Reopen();
        await db.SaveChangesAsync(cancel);
        return measure;
    }

    private IQueryable<ToDo> Of(long accountId) => db.ToDos.Where(each => each.AccountId == accountId && each.IsMeasure);
}
