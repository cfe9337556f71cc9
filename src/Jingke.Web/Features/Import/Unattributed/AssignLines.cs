using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Features.Import.Loading;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Unattributed;

/// <summary>Gives lines without a customer to an account. Importing the same file again leaves them there.</summary>
internal sealed class AssignLines(JingkeDbFactory factory, CurrentUser user)
{
    /// <summary>Moves the lines of some groups.</summary>
    /// <param name="filter">How they are grouped.</param>
    /// <param name="keys">The groups.</param>
    /// <param name="account">Code or name of the account.</param>
    /// <param name="cancel">Stops it; then nothing is moved.</param>
    /// <returns>The account's name and how many lines it was given.</returns>
    /// <exception cref="RuleException"><c>import.nothing-chosen</c>, <c>import.account-unknown</c>, <c>import.account-several</c></exception>
    public async Task<(string Account, long Lines)> RunAsync(
        UnattributedSummary.Filter filter,
        IReadOnlyCollection<string> keys,
        string account,
        CancellationToken cancel
    )
    {
        if (keys.Count == 0)
            throw new RuleException("import.nothing-chosen");
        await using var db = factory.CreateForSystem();
        var to = await FindAsync(db, account.Trim(), cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Staging.MakeAsync(db, "import_lot", "id bigint", cancel);
        // Asked for before the copy begins: PostgreSQL answers nothing else on a connection that copies.
        var lines = await IdsAsync(db, filter, keys, cancel);
        using (var ids = Data.Bulk.BulkWriter.Open(db, "import_lot", "id"))
        {
            foreach (var id in lines)
            {
                ids.Long(id);
                ids.EndRow();
            }
            ids.Complete();
        }
        var moved = await Staging.ExecuteAsync(
            db,
            $"""
            INSERT INTO sales_line (account_id, {SqlNames.Sale})
            SELECT @account, {SqlNames.Sale} FROM unattributed_line WHERE id IN (SELECT id FROM import_lot)
            """,
            cancel,
            ("account", to.Id)
        );
        await Staging.ExecuteAsync(db, "DELETE FROM unattributed_line WHERE id IN (SELECT id FROM import_lot)", cancel);
        await new TouchedAccounts(null).NoteAsync(db, cancel);
        db.Note("lines-assigned", nameof(Account), to.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), to.Name, user.Id);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (to.Name, moved);
    }

    private static async Task<List<long>> IdsAsync(
        JingkeDbContext db,
        UnattributedSummary.Filter filter,
        IReadOnlyCollection<string> keys,
        CancellationToken cancel
    )
    {
        var ids = new List<long>();
        foreach (var key in keys.Distinct(StringComparer.Ordinal))
            ids.AddRange(await UnattributedSummary.OfGroup(db.UnattributedLines, filter, key).Select(line => line.Id).ToListAsync(cancel));
        return ids;
    }

    private static async Task<(long Id, string Name)> FindAsync(JingkeDbContext db, string text, CancellationToken cancel)
    {
        var normalised = AccountName.Normalise(text);
        var found = await db
            .Accounts.Where(account => account.Code == text || account.NormalisedName == normalised)
            .OrderByDescending(account => account.Code == text)
            .ThenBy(account => account.Id)
            .Select(account => new
            {
                account.Id,
                account.Name,
                account.Code,
            })
            .Take(2)
            .ToListAsync(cancel);
        return found switch
        {
            [] => throw new RuleException("import.account-unknown", text),
            [var only] => (only.Id, only.Name),
            [var first, ..] => first.Code == text ? (first.Id, first.Name) : throw new RuleException("import.account-several", text),
        };
    }
}
