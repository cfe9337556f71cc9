using Jingke.Analytics.Segments;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Jingke.Web.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Analysis.Extremes;

/// <summary>The largest accounts, those that grew fastest and those that fell most steeply, each with the measure to be taken.</summary>
internal sealed class ExtremeAccounts(AnalysisScope scope, JingkeDbContext db)
{
    /// <summary>How many of each can be asked for.</summary>
    public static readonly IReadOnlyList<int> Counts = [10, 20, 50];

    /// <summary>The number that an address asks for; anything not offered means the first.</summary>
    public static int CountOf(string? text) => int.TryParse(text, out var asked) && Counts.Contains(asked) ? asked : Counts[0];

    /// <summary>An account at an end of the field.</summary>
    /// <param name="Id">The account.</param>
    /// <param name="Code">Its code; may be empty.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Figures">Sales, change and ranks.</param>
    /// <param name="Tier">Its tier by the last evaluation.</param>
    /// <param name="Measure">What is to be done; null when nothing is written.</param>
    public sealed record Row(long Id, string Code, string Name, ExtremeAccount Figures, Tier? Tier, AccountMeasure? Measure);

    /// <summary>The three lists.</summary>
    /// <param name="Floor">Net sales of the comparison period from which growth and fall count, ten-thousandths.</param>
    /// <param name="Top">Largest net sales first.</param>
    /// <param name="Growth">Fastest growth first.</param>
    /// <param name="Decline">Steepest fall first.</param>
    public sealed record Answer(long Floor, IReadOnlyList<Row> Top, IReadOnlyList<Row> Growth, IReadOnlyList<Row> Decline);

    /// <summary>Finds them.</summary>
    /// <param name="question">The period.</param>
    /// <param name="count">How many of each, one of <see cref="Counts"/>.</param>
    /// <param name="floor">Ten-thousandths; null = the median of the accounts active in the comparison period.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<Answer> RunAsync(Analyses.Question question, int count, long? floor, CancellationToken cancel)
    {
        var standing = scope.StandingOf(question);
        var found = scope.Kept(standing.View, $"extremes:{count}:{floor}", () => standing.Extremes(count, floor), _ => count * 3);
        var accounts = standing.View.Ledger.Accounts;
        long[] ids = [.. found.Top.Concat(found.Growth).Concat(found.Decline).Select(each => accounts.Ids[each.Account]).Distinct()];
        var tiers = await db
            .Accounts.AsNoTracking()
            .Where(account => ids.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.Tier, cancel);
        var measures = await db
            .AccountMeasures.AsNoTracking()
            .Where(measure =>
                ids.Contains(measure.AccountId)
                && !db.AccountMeasures.Any(newer => newer.AccountId == measure.AccountId && newer.Id > measure.Id)
            )
            .ToDictionaryAsync(measure => measure.AccountId, cancel);
        return new(found.Floor, Rows(found.Top), Rows(found.Growth), Rows(found.Decline));

        Row[] Rows(IReadOnlyList<ExtremeAccount> list) => [.. list.Select(RowOf)];

        Row RowOf(ExtremeAccount each)
        {
            var id = accounts.Ids[each.Account];
            var measure = measures.GetValueOrDefault(id);
            return new(
                id,
                accounts.Codes[each.Account],
                accounts.Names[each.Account],
                each,
                tiers.GetValueOrDefault(id),
                measure is { Text.Length: > 0 } ? measure : null
            );
        }
    }
}
