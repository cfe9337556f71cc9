using System.Globalization;

namespace Jingke.Domain.Pools;

/// <summary>A public pool 公海: accounts that nobody is responsible for and that its members may claim.</summary>
public sealed class Pool
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaximumName = 50;

    private Pool() { }

    /// <summary>A new pool.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="position">Where it stands: an account falls into the first pool that takes its team.</param>
    /// <exception cref="RuleException"><c>pool.name-missing</c>, <c>pool.name-too-long</c></exception>
    public Pool(string? name, int position)
    {
        Rename(name);
        Position = position;
    }

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where it stands among the pools.</summary>
    public int Position { get; private set; }

    /// <summary>Whether everyone is a member; else the teams are.</summary>
    public bool IsForEveryone { get; private set; }

    /// <summary>Identifiers of the teams that are members, each with the teams below it; separated by commas.</summary>
    public string TeamIds { get; private set; } = "";

    /// <summary>Its rules.</summary>
    public PoolRules Rules { get; private set; } = new();

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The teams that are members.</summary>
    public IReadOnlyList<long> Teams =>
        [.. TeamIds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture))];

    /// <summary>Gives it another name.</summary>
    /// <exception cref="RuleException"><c>pool.name-missing</c>, <c>pool.name-too-long</c></exception>
    public void Rename(string? name)
    {
        var trimmed = name?.Trim() ?? "";
        if (trimmed.Length == 0)
            throw new RuleException("pool.name-missing");
        if (trimmed.Length > MaximumName)
            throw new RuleException("pool.name-too-long", MaximumName);

        Name = trimmed;
    }

    /// <summary>Says who is a member.</summary>
    /// <exception cref="RuleException"><c>pool.without-members</c></exception>
    public void OpenTo(bool everyone, IEnumerable<long> teams)
    {
        var ids = string.Join(',', teams.Distinct().Order().Select(id => id.ToString(CultureInfo.InvariantCulture)));
        if (!everyone && ids.Length == 0)
            throw new RuleException("pool.without-members");

        (IsForEveryone, TeamIds) = (everyone, everyone ? "" : ids);
    }

    /// <summary>Changes the rules.</summary>
    /// <exception cref="RuleException">Those of <see cref="PoolRules.Check"/>.</exception>
    public void Govern(PoolRules rules)
    {
        rules.Check();
        Rules = rules;
    }

    /// <summary>Refuses a claim that the rules forbid.</summary>
    /// <param name="claimant">Who claims.</param>
    /// <param name="accountName">The account, for the refusal.</param>
    /// <exception cref="RuleException">
    /// <c>pool.claims-used-up</c> (claims a day), <c>pool.holding-limit</c> (limit), <c>pool.waiting</c> (account, day)
    /// </exception>
    public void Check(Claimant claimant, string accountName)
    {
        if (Rules.ClaimsPerDay is { } claims && claimant.ClaimedToday >= claims)
            throw new RuleException("pool.claims-used-up", claims);
        if (Rules.HoldingLimit is { } limit && claimant.Held >= limit)
            throw new RuleException("pool.holding-limit", limit);
        if (claimant.LostOn is { } lost && lost.AddDays(Rules.WaitingDays) is var from && from > claimant.Today)
            throw new RuleException("pool.waiting", accountName, from);
    }
}

/// <summary>Who claims an account.</summary>
/// <param name="UserId">The person.</param>
/// <param name="TeamId">Their team.</param>
/// <param name="Held">Accounts that they are responsible for.</param>
/// <param name="ClaimedToday">Accounts that they claimed from this pool today.</param>
/// <param name="LostOn">The day on which this very account went from them into a pool; null when it never did.</param>
/// <param name="Today">Today.</param>
public sealed record Claimant(Guid UserId, long? TeamId, int Held, int ClaimedToday, DateOnly? LostOn, DateOnly Today);
