using Jingke.Web.Common;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>Which files are wanted; the page, its export and the JSON endpoint share it. Everything is optional.</summary>
/// <param name="Text">Words to be found in name, pinyin, code, telephone or contact.</param>
/// <param name="Owner">Only the accounts of one person.</param>
/// <param name="State">One of <see cref="States"/>.</param>
/// <param name="Others">Accounts that are not key, and have a file all the same.</param>
internal sealed record FileFilter(string? Text, Guid? Owner, string? State, bool Others)
{
    /// <summary>No plan for the present year, measures overdue, a review due.</summary>
    public static IReadOnlyList<string> States { get; } = ["no-plan", "overdue", "review-due"];

    /// <summary>Reads a filter. What cannot be read is left out: an address may hold anything.</summary>
    public static FileFilter Of(PageAddress address) =>
        new(
            address.Get("q")?.Trim() is { Length: > 0 } text ? text : null,
            Guid.TryParse(address.Get("owner"), out var owner) ? owner : null,
            address.Get("state") is { } state && States.Contains(state) ? state : null,
            address.Get("show") == "others"
        );
}
