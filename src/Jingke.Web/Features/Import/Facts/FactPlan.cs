using Jingke.Domain.Facts;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Facts;

/// <summary>
/// What the rows of a chunk say about fields of the catalogue, and which of it says something new. Made before anything is written, so
/// that a dry run counts the same.
/// </summary>
/// <param name="source">Where the facts come from.</param>
internal sealed class FactPlan(FactSource source)
{
    private readonly List<Said> said = [];
    private readonly HashSet<(long Account, int New, long Field, string Value)> once = [];
    private readonly HashSet<int> rows = [];
    private ILookup<long, Fact> known = Array.Empty<Fact>().ToLookup(fact => fact.AccountId);

    /// <summary>A value that a row gives.</summary>
    /// <param name="Row">Index of the row in the chunk.</param>
    /// <param name="Account">The account; 0 for one that is to be created.</param>
    /// <param name="New">Its index among those to create, or -1.</param>
    /// <param name="Field">The field.</param>
    /// <param name="Value">The value.</param>
    internal sealed record Said(int Row, long Account, int New, FieldDefinition Field, FieldValue Value);

    /// <summary>Where the facts come from.</summary>
    public FactSource Source => source;

    /// <summary>What is to be recorded.</summary>
    public IReadOnlyList<Said> New => said;

    /// <summary>Facts that are there already, by account; only of accounts that something was said about.</summary>
    public ILookup<long, Fact> Known => known;

    /// <summary>Takes a value of a row; the same one twice is one.</summary>
    public void Say(int row, long account, int created, FieldDefinition field, FieldValue value)
    {
        if (once.Add((account, created, field.Id, value.Text)))
            said.Add(new(row, account, created, field, value));
    }

    /// <summary>Whether the row at a position brings a fact.</summary>
    public bool Adds(int row) => rows.Contains(row);

    /// <summary>Leaves out what the same source has said before, as long as that has not aged or been settled since.</summary>
    public async Task KeepNewAsync(JingkeDbContext db, CancellationToken cancel)
    {
        var ids = said.Select(each => each.Account).Where(id => id != 0).Distinct().ToList();
        if (ids.Count > 0)
            known = (
                await db
                    .Facts.IgnoreQueryFilters()
                    .AsNoTracking()
                    .Where(fact => ids.Contains(fact.AccountId))
                    .OrderBy(fact => fact.Id)
                    .ToListAsync(cancel)
            ).ToLookup(fact => fact.AccountId);
        said.RemoveAll(IsSaidAlready);
        rows.UnionWith(said.Select(each => each.Row));
    }

    // The latest of the source counts: a file may well return to a value that another file has replaced.
    private bool IsSaidAlready(Said each) =>
        known[each.Account]
            .LastOrDefault(fact => fact.ContactId is null && fact.FieldId == each.Field.Id && fact.ChannelId == source.Origin.ChannelId)
            is { } fact
        && fact.Value == each.Value.Text
        && (fact.ObservedOn >= source.Origin.ObservedOn || (IsOpen(fact) && !IsStale(fact, each.Field)));

    private static bool IsOpen(Fact fact) => fact.Settlement is null or FactSettlement.Confirmed;

    private bool IsStale(Fact fact, FieldDefinition field) =>
        field.ShelfLifeDays is { } days && fact.ObservedOn.AddDays(days) < source.Origin.ObservedOn;
}
