using System.Net.Http.Json;
using System.Text.Json;
using Jingke.Tests.Support;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Tests.Saved;

/// <summary>What a person finds in a saved database.</summary>
/// <param name="NetSales">Of all accounts in the usual period.</param>
/// <param name="KeyAccounts">Ranked by net sales, as the key-account page computes them.</param>
/// <param name="Accounts">As the list of accounts shows them, with the verdict of the evaluation that was kept.</param>
/// <param name="Rows">How many rows tables have.</param>
internal sealed record SavedFigures(
    decimal NetSales,
    IReadOnlyList<SavedFigures.Ranked> KeyAccounts,
    IReadOnlyList<SavedFigures.Listed> Accounts,
    IReadOnlyDictionary<string, int> Rows
)
{
    public sealed record Ranked(int Rank, string Name, decimal NetSales, int Orders, string? LastOrderOn);

    public sealed record Listed(string Code, string Name, string? Tier, decimal NetSales);

    /// <summary>Asks the running product.</summary>
    /// <param name="app">The product; its ledger is loaded.</param>
    /// <param name="client">Somebody who sees everything.</param>
    public static async Task<SavedFigures> OfAsync(JingkeApp app, HttpClient client)
    {
        var ranking = await client.GetFromJsonAsync<JsonElement>("/api/key-accounts?size=100");
        var list = await client.GetFromJsonAsync<JsonElement>("/api/accounts?size=100&sort=name");
        return new(
            ranking.GetProperty("netSales").GetDecimal(),
            [.. ranking.GetProperty("rows").EnumerateArray().Select(RankedOf)],
            [.. list.GetProperty("rows").EnumerateArray().Select(ListedOf)],
            await app.WithDbAsync(CountAsync)
        );
    }

    private static Ranked RankedOf(JsonElement row) =>
        new(
            row.GetProperty("rank").GetInt32(),
            row.GetProperty("name").GetString()!,
            row.GetProperty("netSales").GetDecimal(),
            row.GetProperty("orders").GetInt32(),
            row.GetProperty("lastOrderOn").GetString()
        );

    private static Listed ListedOf(JsonElement row) =>
        new(
            row.GetProperty("code").GetString()!,
            row.GetProperty("name").GetString()!,
            row.GetProperty("tier").GetString(),
            row.GetProperty("netSales").GetDecimal()
        );

    // Names of the tables of people's own things; what the product writes by itself may change its number.
    private static async Task<IReadOnlyDictionary<string, int>> CountAsync(JingkeDbContext db) =>
        new SortedDictionary<string, int>(StringComparer.Ordinal)
        {
            ["users"] = await db.Users.CountAsync(),
            ["teams"] = await db.Teams.CountAsync(),
            ["zones"] = await db.Zones.CountAsync(),
            ["tier rules"] = await db.TierRuleSets.CountAsync(),
            ["saved views"] = await db.SavedViews.CountAsync(),
            ["accounts"] = await db.Accounts.CountAsync(),
            ["accounts in the bin"] = await db
                .Accounts.IgnoreQueryFilters([JingkeDbContext.BinFilter])
                .CountAsync(account => account.DeletedAt != null),
            ["contacts"] = await db.Contacts.CountAsync(),
            ["measures"] = await db.AccountMeasures.CountAsync(),
            ["products"] = await db.Products.CountAsync(),
            ["sales lines"] = await db.SalesLines.CountAsync(),
            ["unattributed lines"] = await db.UnattributedLines.CountAsync(),
            ["imports"] = await db.ImportBatches.CountAsync(),
            ["rejected rows"] = await db.RejectedRows.CountAsync(),
            ["tier changes"] = await db.TierChanges.CountAsync(),
        };
}
