using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Tabular.Sales;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>
/// Finds accounts by what a file calls them: by code, else by name made comparable. The code of an account that was merged means the one
/// it was merged into.
/// </summary>
internal static class AccountMatch
{
    private const string ByCode = """
        SELECT n.pos, COALESCE(a.merged_into_id, a.id), a.code FROM import_name n CROSS JOIN account a WHERE n.code <> '' AND a.code = n.code ORDER BY a.id
        """;

    private const string ByName = """
        SELECT n.pos, COALESCE(a.merged_into_id, a.id), a.code FROM import_name n CROSS JOIN account a WHERE n.name <> '' AND a.normalised_name = n.name ORDER BY a.id
        """;

    /// <summary>What was found for a name.</summary>
    /// <param name="ByCode">The account with its code; 0 for none.</param>
    /// <param name="ByName">The first account with its name; 0 for none.</param>
    /// <param name="ByNameWithoutCode">The first account with its name that has no code yet; 0 for none.</param>
    public readonly record struct Found(long ByCode, long ByName, long ByNameWithoutCode);

    /// <summary>Looks names up, in the present transaction.</summary>
    /// <returns>One entry for each name.</returns>
    public static async Task<Found[]> RunAsync(JingkeDbContext db, IReadOnlyList<NamedAccount> names, CancellationToken cancel)
    {
        await Staging.MakeAsync(db, "import_name", "pos bigint, code text, name text", cancel);
        using (var rows = BulkWriter.Open(db, "import_name", "pos", "code", "name"))
        {
            for (var at = 0; at < names.Count; at++)
            {
                rows.Long(at);
                rows.Text(names[at].Code);
                rows.Text(AccountName.Normalise(names[at].Name));
                rows.EndRow();
            }
            rows.Complete();
        }
        await Staging.ReadyAsync(db, "import_name", cancel);

        var found = new Found[names.Count];
        await using (var rows = await Staging.ReadAsync(db, ByCode, cancel))
            while (await rows.ReadAsync(cancel))
                if (found[rows.GetInt64(0)] is { ByCode: 0 } one)
                    found[rows.GetInt64(0)] = one with { ByCode = rows.GetInt64(1) };
        await using (var rows = await Staging.ReadAsync(db, ByName, cancel))
            while (await rows.ReadAsync(cancel))
            {
                var one = found[rows.GetInt64(0)];
                var hasCode = !await rows.IsDBNullAsync(2, cancel) && rows.GetString(2).Length > 0;
                found[rows.GetInt64(0)] = one with
                {
                    ByName = one.ByName == 0 ? rows.GetInt64(1) : one.ByName,
                    ByNameWithoutCode = one.ByNameWithoutCode == 0 && !hasCode ? rows.GetInt64(1) : one.ByNameWithoutCode,
                };
            }
        return found;
    }

    /// <summary>The account a name means; 0 when there is none.</summary>
    public static long Choose(NamedAccount name, Found found) =>
        name.Code.Length == 0 ? found.ByName
        : found.ByCode != 0 ? found.ByCode
        : found.ByNameWithoutCode;
}
