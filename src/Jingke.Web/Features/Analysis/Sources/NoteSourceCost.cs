using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Analysis.Sources;

/// <summary>Notes what was spent on a source of customers in a year.</summary>
internal sealed class NoteSourceCost(JingkeDbContext db)
{
    /// <summary>Notes it.</summary>
    /// <param name="source">The source, as accounts name it.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="amount">In units of money; null takes the note back.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="RuleException"><c>source.cost-outside</c>, <c>source.missing</c>, <c>source.year-outside</c></exception>
    public async Task RunAsync(string source, int year, decimal? amount, CancellationToken cancel)
    {
        source = source.Trim();
        if (source.Length is 0 or > 100)
            throw new RuleException("source.missing");
        if (year is < 1990 or > 2100)
            throw new RuleException("source.year-outside");
        if (amount is < 0 or > 1_000_000_000_000m)
            throw new RuleException("source.cost-outside");

        var noted = await db.SourceCosts.SingleOrDefaultAsync(cost => cost.Source == source && cost.Year == year, cancel);
        if (amount is not { } units)
        {
            if (noted is not null)
                db.SourceCosts.Remove(noted);
        }
        else if (noted is null)
            db.SourceCosts.Add(
                new SourceCost
                {
                    Source = source,
                    Year = year,
                    Amount = Money.FromUnits(units).TenThousandths,
                }
            );
        else
            noted.Amount = Money.FromUnits(units).TenThousandths;
        await db.SaveChangesAsync(cancel);
    }
}
