using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Retention;
using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Ledger.Churn;
using Jingke.Web.Ledger.Findings;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Churn;

/// <summary>
/// The kinds that accounts are put into: their tier when they last bought, the quarter of their last order, or a dimension of sales, of
/// which an account belongs to the group where it bought most in its last 12 months.
/// </summary>
internal sealed class ChurnGroups(SeenChurn churn, IStringLocalizer<ChurnTexts> texts)
{
    private const string ByTier = "tier";
    private const string BySince = "since";

    private static readonly Dictionary<string, Dimension> Dimensions = new(StringComparer.Ordinal)
    {
        ["region"] = Dimension.Region,
        ["industry"] = Dimension.Industry,
        ["category"] = Dimension.Category,
        ["owner"] = Dimension.Owner,
        ["team"] = Dimension.Team,
        ["size"] = Dimension.Size,
        ["source"] = Dimension.Source,
    };

    /// <summary>What one may ask by, as it stands in addresses; <c>By.</c> and the word is its name on the screen.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [ByTier, "region", "industry", "category", "owner", BySince, "team", "size", "source"];

    /// <summary>The groups, and the group of each account by its index in the ledger; -1 for none.</summary>
    public sealed record Answer(string Word, IReadOnlyList<Group> Groups, int[] Of)
    {
        /// <summary>Number of the group with a key; -1 when there is none.</summary>
        public int IndexOf(string key) => Groups.TakeWhile(group => group.Key != key).Count() is var at && at < Groups.Count ? at : -1;
    }

    /// <summary>A group.</summary>
    /// <param name="Key">Stable key, for addresses; empty for "not known".</param>
    /// <param name="Name">What people read.</param>
    public sealed record Group(string Key, string Name);

    /// <summary>The groups by a word; by tier for a word that is none.</summary>
    public Answer Run(Seen<ChurnFindings> seen, string? word) =>
        word switch
        {
            BySince => Named(churn.Kept(seen, $"groups:{word}", () => Quarters(seen), Size)),
            { } known when Dimensions.TryGetValue(known, out var dimension) => Named(
                churn.Kept(seen, $"groups:{word}", () => OfDimension(seen, known, dimension), Size)
            ),
            _ => Named(churn.Kept(seen, "groups:tier", () => Tiers(seen), Size)),
        };

    private static int Size(Answer answer) => answer.Of.Length / 32;

    // What is kept serves readers of every language.
    private Answer Named(Answer kept) =>
        kept with
        {
            Groups = [.. kept.Groups.Select(group => group with { Name = NameOf(kept.Word, group) })],
        };

    private string NameOf(string word, Group group) =>
        word switch
        {
            ByTier => CommonTexts.Get($"Tier.{(group.Key.Length == 0 ? "None" : group.Key)}"),
            "region" => group.Key.Length == 0 ? texts["NotKnown"] : RegionName.Of(group.Key) ?? group.Name,
            "owner" or "team" when group.Key.Length == 0 => texts["Unassigned"],
            _ => group.Key.Length == 0 ? texts["NotKnown"] : group.Name,
        };

    private static Answer Tiers(Seen<ChurnFindings> seen)
    {
        var tiers = Enum.GetValues<Tier>();
        return new(
            ByTier,
            [.. tiers.Select(tier => new Group(tier.ToString(), "")), new Group("", "")],
            Of(seen, figure => figure.TierThen is { } tier ? Array.IndexOf(tiers, tier) : tiers.Length)
        );
    }

    private static Answer Quarters(Seen<ChurnFindings> seen)
    {
        var now = QuarterOf(seen.Findings.AsOf);
        var first = seen.Ledger.FirstOn is { } day ? QuarterOf(day) : now;
        return new(
            BySince,
            // The newest first, as people look for them.
            [
                .. Enumerable
                    .Range(0, now - first + 1)
                    .Select(back => now - back)
                    .Select(quarter => new Group(NameOfQuarter(quarter), NameOfQuarter(quarter))),
            ],
            Of(seen, figure => figure.Rhythm.LastOn is { } last ? now - QuarterOf(last) : -1)
        );
    }

    private static Answer OfDimension(Seen<ChurnFindings> seen, string word, Dimension dimension)
    {
        var grouping = Grouping.Of(seen.Ledger, dimension);
        return new(word, [.. grouping.Groups.Select(group => new Group(group.Key, group.Name))], MainGroups.Of(seen.View, grouping));
    }

    private static int[] Of(Seen<ChurnFindings> seen, Func<ChurnFigure, int> groupOf)
    {
        var found = new int[seen.Ledger.AccountCount];
        Array.Fill(found, -1);
        foreach (var account in seen.Accounts)
            found[account] = groupOf(seen.Findings[account]);
        return found;
    }

    private static int QuarterOf(DateOnly day) => (day.Year * 4) + ((day.Month - 1) / 3);

    private static string NameOfQuarter(int quarter) =>
        CohortNames.Of(CohortGrain.Quarter, new DateOnly(quarter / 4, ((quarter % 4) * 3) + 1, 1));
}
