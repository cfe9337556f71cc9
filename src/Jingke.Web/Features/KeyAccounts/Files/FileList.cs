using System.Runtime.CompilerServices;
using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Common.Periods;
using Jingke.Web.Data;
using Jingke.Web.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>A file in the list; money in ten-thousandths.</summary>
/// <param name="Id">The account.</param>
/// <param name="Code">Its code; may be absent.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tier">Verdict of the latest evaluation.</param>
/// <param name="OwnerId">Who is responsible.</param>
/// <param name="NetSales">Net sales in the evaluated 12 months.</param>
/// <param name="YearOnYear">Change against the year before; null where it cannot be said.</param>
/// <param name="LastContactOn">The latest contact; null for none.</param>
/// <param name="State">How far the file is.</param>
public sealed record FileRow(
    long Id,
    string? Code,
    string Name,
    Tier? Tier,
    Guid? OwnerId,
    long NetSales,
    double? YearOnYear,
    DateOnly? LastContactOn,
    FileState State
);

/// <summary>The files of key accounts in the viewer's scope: every key account has one, and others that somebody wrote about.</summary>
internal sealed class FileList(JingkeDbContext db, FileStates states, OrganisationInForce organisation, Clock clock)
{
    /// <summary>Columns that the list can be sorted by.</summary>
    public static readonly string[] Sorts = ["sales", "name"];

    private const int Lot = 500;

    /// <summary>How many files there are, and what is to be done about them.</summary>
    /// <param name="Files">Key accounts.</param>
    /// <param name="Planned">Those of them with a plan for the present year.</param>
    /// <param name="Open">Open measures, of whatever account.</param>
    /// <param name="Overdue">Those of them that should be done by now.</param>
    /// <param name="ReviewDue">Key accounts whose review is due.</param>
    public sealed record Counts(int Files, int Planned, int Open, int Overdue, int ReviewDue);

    private sealed record Read(
        long Id,
        string? Code,
        string Name,
        Tier? Tier,
        Guid? OwnerId,
        long NetSales,
        double? YearOnYear,
        DateOnly? LastContactOn
    );

    /// <summary>One page.</summary>
    public async Task<Page<FileRow>> RunAsync(FileFilter filter, Sort sort, PageRequest wanted, CancellationToken cancel)
    {
        var page = await Rows(filter, sort).ToPageAsync(wanted, cancel);
        return new(await WithStatesAsync(page.Rows, cancel), page.Number, page.Size, page.Total, page.IsAtLeast);
    }

    /// <summary>All of them, lot after lot; for exports.</summary>
    public async IAsyncEnumerable<FileRow> AllAsync(FileFilter filter, Sort sort, [EnumeratorCancellation] CancellationToken cancel)
    {
        var all = await Rows(filter, sort).ToListAsync(cancel);
        foreach (var lot in all.Chunk(Lot))
        foreach (var row in await WithStatesAsync(lot, cancel))
            yield return row;
    }

    /// <summary>What stands above the list.</summary>
    public async Task<Counts> CountsAsync(CancellationToken cancel)
    {
        var (today, year) = (clock.Today, FiscalYear.Current(organisation, clock));
        var keys = db.Accounts.Where(account => account.Tier == Tier.Key);
        var files = await keys.CountAsync(cancel);
        return new(
            files,
            await db
                .KeyAccountPlans.Where(plan => plan.Year == year && plan.Account!.Tier == Tier.Key)
                .Select(plan => plan.AccountId)
                .Distinct()
                .CountAsync(cancel),
            await db.ToDos.CountAsync(toDo => toDo.IsMeasure && toDo.DoneAt == null, cancel),
            await db.ToDos.CountAsync(toDo => toDo.IsMeasure && toDo.DoneAt == null && toDo.DueOn < today, cancel),
            files
                - await db
                    .KeyAccountReviews.Where(review => review.NextOn > today && review.Account!.Tier == Tier.Key)
                    .Where(review => !db.KeyAccountReviews.Any(newer => newer.AccountId == review.AccountId && newer.Id > review.Id))
                    .CountAsync(cancel)
        );
    }

    /// <summary>Who is responsible for key accounts that the viewer sees.</summary>
    public async Task<IReadOnlyList<Guid?>> OwnersAsync(CancellationToken cancel) =>
        await db
            .Accounts.Where(account => account.Tier == Tier.Key && account.OwnerId != null)
            .Select(account => account.OwnerId)
            .Distinct()
            .ToListAsync(cancel);

    private IQueryable<Read> Rows(FileFilter filter, Sort sort)
    {
        var found = Filtered(filter);
        var ordered = sort switch
        {
            { Key: "name", Descending: false } => found.OrderBy(account => account.NameOrder).ThenBy(account => account.Id),
            { Key: "name" } => found.OrderByDescending(account => account.NameOrder).ThenBy(account => account.Id),
            { Descending: false } => found.OrderBy(account => account.NetSales).ThenBy(account => account.Id),
            _ => found.OrderByDescending(account => account.NetSales).ThenBy(account => account.Id),
        };
        return ordered.Select(account => new Read(
            account.Id,
            account.Code,
            account.Name,
            account.Tier,
            account.OwnerId,
            account.NetSales,
            account.YearOnYear,
            account.LastContactOn
        ));
    }

    private IQueryable<Account> Filtered(FileFilter filter)
    {
        var (today, year) = (clock.Today, FiscalYear.Current(organisation, clock));
        var accounts = db.Accounts.AsNoTracking();
        if (filter.Others)
        {
            var written = db
                .KeyAccountAssessments.Select(each => each.AccountId)
                .Union(db.KeyAccountPlans.Select(each => each.AccountId))
                .Union(db.KeyAccountReviews.Select(each => each.AccountId))
                .Union(db.ToDos.Where(toDo => toDo.IsMeasure).Select(each => each.AccountId));
            accounts = accounts.Where(account => account.Tier != Tier.Key && written.Contains(account.Id));
        }
        else
            accounts = accounts.Where(account => account.Tier == Tier.Key);
        if (filter.Text is { } text)
            accounts = accounts.Found(db, SearchQuery.Parse(text));
        if (filter.Owner is { } owner)
            accounts = accounts.Where(account => account.OwnerId == owner);
        return filter.State switch
        {
            "no-plan" => accounts.Where(account => !db.KeyAccountPlans.Any(plan => plan.AccountId == account.Id && plan.Year == year)),
            "overdue" => accounts.Where(account =>
                db.ToDos.Any(toDo => toDo.AccountId == account.Id && toDo.IsMeasure && toDo.DoneAt == null && toDo.DueOn < today)
            ),
            "review-due" => accounts.Where(account =>
                !db.KeyAccountReviews.Any(review =>
                    review.AccountId == account.Id
                    && review.NextOn > today
                    && !db.KeyAccountReviews.Any(newer => newer.AccountId == review.AccountId && newer.Id > review.Id)
                )
            ),
            _ => accounts,
        };
    }

    private async Task<IReadOnlyList<FileRow>> WithStatesAsync(IReadOnlyList<Read> rows, CancellationToken cancel)
    {
        var found = await states.RunAsync([.. rows.Select(row => row.Id)], cancel);
        return
        [
            .. rows.Select(row => new FileRow(
                row.Id,
                row.Code,
                row.Name,
                row.Tier,
                row.OwnerId,
                row.NetSales,
                row.YearOnYear,
                row.LastContactOn,
                found[row.Id]
            )),
        ];
    }
}
