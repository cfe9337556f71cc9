using System.Globalization;
using Jingke.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Facts;

/// <summary>
/// A believed value of a field for conditions on accounts. It carries no scope and no recycle bin: it is only ever held against accounts
/// that carry both, and a second look at the account for each value would cost more than the value.
/// </summary>
/// <param name="AccountId">The account.</param>
/// <param name="FieldId">The field.</param>
/// <param name="Number">The value where it can be measured.</param>
/// <param name="Value">The value as stored.</param>
internal sealed record BelievedFact(long AccountId, long FieldId, long? Number, string Value)
{
    private const string Ids = "SELECT account_id AS \"AccountId\", field_id AS \"FieldId\"";
    private const string Select = $"{Ids}, number AS \"Number\", value AS \"Value\" FROM fact";
    private const string SelectLookedUp = $"{Ids}, number + 0 AS \"Number\", value AS \"Value\" FROM fact";

    /// <summary>Accepted values of a field. The standing is a literal, without which no database uses the index of accepted facts.</summary>
    public static IQueryable<BelievedFact> Accepted(JingkeDbContext db, long fieldId) =>
        db
            .Database.SqlQueryRaw<BelievedFact>($"{Select} WHERE standing = '{nameof(FactStanding.Accepted)}'")
            .Where(fact => fact.FieldId == fieldId);

    /// <summary>A word for the accepted values of a field: equal words mean equal values, since another value is another fact.</summary>
    public static async Task<string> StampAsync(JingkeDbContext db, long fieldId, CancellationToken cancel)
    {
        var facts = db
            .Facts.IgnoreQueryFilters()
            .Where(fact => fact.FieldId == fieldId && fact.ContactId == null && fact.Standing == FactStanding.Accepted);
        var (count, sum) = (await facts.LongCountAsync(cancel), await facts.SumAsync(fact => fact.Id, cancel));
        return string.Create(CultureInfo.InvariantCulture, $"{count}-{sum}");
    }

    /// <summary>
    /// As <see cref="Accepted"/>, for looking up account by account. The number is no plain column, or a database without statistics
    /// reads the whole range of the index of accepted facts for each account instead of the few facts of that account.
    /// </summary>
    public static IQueryable<BelievedFact> LookedUp(JingkeDbContext db, long fieldId) =>
        db
            .Database.SqlQueryRaw<BelievedFact>($"{SelectLookedUp} WHERE standing = '{nameof(FactStanding.Accepted)}'")
            .Where(fact => fact.FieldId == fieldId);

    /// <summary>Last known values of a field that are past their shelf life.</summary>
    public static IQueryable<BelievedFact> Stale(JingkeDbContext db, long fieldId) =>
        db
            .Database.SqlQueryRaw<BelievedFact>($"{Select} WHERE standing = '{nameof(FactStanding.Stale)}'")
            .Where(fact => fact.FieldId == fieldId);
}
