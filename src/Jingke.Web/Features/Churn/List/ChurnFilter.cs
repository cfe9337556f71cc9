using System.Globalization;
using Jingke.Analytics.Retention;
using Jingke.Web.Common;

namespace Jingke.Web.Features.Churn.List;

/// <summary>Which accounts are wanted; pages, files and JSON share it. Everything is optional.</summary>
/// <param name="State">Only accounts of a state; null for all that ever ordered.</param>
/// <param name="Slowing">Only accounts that slow down.</param>
/// <param name="By">A word of <see cref="ChurnGroups.Words"/>.</param>
/// <param name="Group">Key of a group of it; null for all.</param>
/// <param name="Cohort">Only a cohort.</param>
/// <param name="GoneBy">Only accounts that bought in a year and not in the next one, which ends on this day.</param>
/// <param name="Text">Words to be found in name, pinyin, code, telephone or contact.</param>
internal sealed record ChurnFilter(
    ChurnState? State = null,
    bool Slowing = false,
    string? By = null,
    string? Group = null,
    CohortFilter? Cohort = null,
    DateOnly? GoneBy = null,
    string? Text = null
)
{
    /// <summary>Reads a filter. What cannot be read is left out: an address may hold anything.</summary>
    public static ChurnFilter Of(PageAddress address)
    {
        var by = address.Get("by");
        return new(
            address.Get("state") switch
            {
                "active" => ChurnState.Active,
                "risk" => ChurnState.AtRisk,
                "lost" => ChurnState.Lost,
                _ => null,
            },
            address.Get("slowing") == "1",
            by is not null && ChurnGroups.Words.Contains(by) ? by : null,
            address.Get("group"),
            CohortFilter.Of(address),
            CohortFilter.DayOf(address.Get("gone")) is { } gone && gone.AddDays(1).Day == 1 && gone.Year is > 3 and < 9999 ? gone : null,
            address.Get("q")?.Trim() is { Length: > 0 } text ? text : null
        );
    }

    /// <summary>A state as it stands in an address.</summary>
    public static string WordOf(ChurnState state) =>
        state switch
        {
            ChurnState.AtRisk => "risk",
            ChurnState.Lost => "lost",
            ChurnState.Active => "active",
            _ => "all",
        };

    /// <summary>The list of the accounts behind a figure.</summary>
    public static string Address(ChurnState? state, string? by = null, string? group = null)
    {
        var address = PageAddress.Parse("/churn/accounts").With("state", state is { } known ? WordOf(known) : "all").With("by", by);
        // The group of what is not known has no key, and an address drops what is empty.
        return by is null || group is null ? address.ToString() : $"{address}&group={Uri.EscapeDataString(group)}";
    }
}

/// <summary>Accounts by the period of their first order, and perhaps by whether they ordered in a later one.</summary>
/// <param name="Grain">Quarters or years.</param>
/// <param name="From">First day of the cohort's period.</param>
/// <param name="Later">Periods after it.</param>
/// <param name="Bought">Only those that ordered then, or only those that did not; null for both.</param>
internal sealed record CohortFilter(CohortGrain Grain, DateOnly From, int Later, bool? Bought)
{
    /// <summary>Reads it; null where there is none.</summary>
    public static CohortFilter? Of(PageAddress address) =>
        DayOf(address.Get("cohort")) is { } from
            ? new(
                GrainOf(address),
                from,
                int.TryParse(address.Get("later"), NumberStyles.None, CultureInfo.InvariantCulture, out var later)
                    ? Math.Min(later, 10_000)
                    : 0,
                address.Get("bought") switch
                {
                    "yes" => true,
                    "no" => false,
                    _ => null,
                }
            )
            : null;

    /// <summary>A day of an address; null for anything else.</summary>
    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Quarters unless the address says years.</summary>
    public static CohortGrain GrainOf(PageAddress address) => address.Get("grain") == "year" ? CohortGrain.Year : CohortGrain.Quarter;

    /// <summary>The accounts behind a cell of the table.</summary>
    public static string Address(CohortGrain grain, DateOnly from, int later, bool? bought) =>
        PageAddress
            .Parse("/churn/accounts")
            .With("state", "all")
            .With("grain", grain == CohortGrain.Year ? "year" : null)
            .With("cohort", Format.Date(from))
            .With("later", later == 0 ? null : later.ToString(CultureInfo.InvariantCulture))
            .With(
                "bought",
                bought is { } did
                    ? did
                        ? "yes"
                        : "no"
                    : null
            )
            .ToString();
}
