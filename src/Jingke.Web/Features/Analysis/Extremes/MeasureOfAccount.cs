using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Analysis.Extremes;

/// <summary>The measure to be taken with an account and what was written before.</summary>
internal sealed class MeasureOfAccount(JingkeDbContext db)
{
    /// <summary>How many old ones are shown.</summary>
    public const int MostShown = 50;

    /// <summary>What is known.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="History">All that was written, newest first; at most <see cref="MostShown"/>.</param>
    public sealed record Answer(long AccountId, string Name, IReadOnlyList<AccountMeasure> History)
    {
        /// <summary>The newest row, be it empty; null when nothing was ever written.</summary>
        public AccountMeasure? Newest => History.Count > 0 ? History[0] : null;
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    public async Task<Answer> RunAsync(long accountId, CancellationToken cancel)
    {
        var name =
            await db.Accounts.Where(account => account.Id == accountId).Select(account => account.Name).FirstOrDefaultAsync(cancel)
            ?? throw new NotFoundException(nameof(Account), accountId);
        var history = await db
            .AccountMeasures.AsNoTracking()
            .Where(measure => measure.AccountId == accountId)
            .OrderByDescending(measure => measure.Id)
            .Take(MostShown)
            .ToListAsync(cancel);
        return new(accountId, name, history);
    }
}
