using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Decision;

/// <summary>Adds or changes a competitor at an account.</summary>
internal sealed class SaveCompetitor(JingkeDbContext db)
{
    /// <summary>Saves it.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="id">The competitor; null for a new one.</param>
    /// <param name="input">What was filled in.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="NotFoundException">There is no such account or competitor in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c></exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first.</exception>
    public async Task RunAsync(long accountId, long? id, CompetitorInput input, CancellationToken cancel)
    {
        await db.AccountToChangeAsync(accountId, cancel);
        var competitor = id is null
            ? new Competitor(accountId, input.Name)
            : await db.Competitors.SingleOrDefaultAsync(each => each.Id == id && each.AccountId == accountId, cancel)
                ?? throw new NotFoundException(nameof(Competitor), id);
        if (id is null)
            db.Add(competitor);
        else if (competitor.Version != input.Version)
            throw new DbUpdateConcurrencyException("The competitor has another version.");

        competitor.Rename(input.Name);
        competitor.Describe(input.Offers, input.Strengths, input.Weaknesses);
        competitor.Compare(input.Price, input.Quality, input.Service, input.Delivery, input.Relationship);
        await db.SaveChangesAsync(cancel);
    }
}
