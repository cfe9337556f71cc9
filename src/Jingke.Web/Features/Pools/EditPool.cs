using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Pools;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Pools;

/// <summary>Adds a pool, or gives one another name, other members or other rules.</summary>
internal sealed class EditPool(JingkeDbContext db)
{
    /// <summary>Days of a tier.</summary>
    public sealed class Days
    {
        [Range(1, PoolRules.MaximumDays, ErrorMessage = "out-of-range:1:3650")]
        public int? Contact { get; set; }

        [Range(1, PoolRules.MaximumDays, ErrorMessage = "out-of-range:1:3650")]
        public int? Order { get; set; }

        internal ReturnRule ToRule() => new(Contact, Order);

        internal static Days Of(ReturnRule rule) => new() { Contact = rule.ContactDays, Order = rule.OrderDays };
    }

    public sealed class Input
    {
        [Required(ErrorMessage = "required"), MaxLength(Pool.MaximumName, ErrorMessage = "too-long:50")]
        public string? Name { get; set; }

        public bool Everyone { get; set; }

        /// <summary>The teams that are ticked; a form without a tick leaves it null.</summary>
        public long[]? Teams { get; set; }

        [Range(1, 10_000, ErrorMessage = "out-of-range:1:10000")]
        public int? ClaimsPerDay { get; set; }

        [Range(1, 1_000_000, ErrorMessage = "out-of-range:1:1000000")]
        public int? HoldingLimit { get; set; }

        [Required(ErrorMessage = "required"), Range(0, PoolRules.MaximumDays, ErrorMessage = "out-of-range:0:3650")]
        public int? WaitingDays { get; set; } = 7;

        [Required(ErrorMessage = "required"), Range(0, PoolRules.MaximumDays, ErrorMessage = "out-of-range:0:3650")]
        public int? WarningDays { get; set; } = 7;

        [Range(0, PoolRules.MaximumDays, ErrorMessage = "out-of-range:0:3650")]
        public int? ProtectedOrderDays { get; set; }

        public bool ProtectsKeyAccounts { get; set; }

        /// <summary>Days by tier, in the order of <see cref="Tiers"/>.</summary>
        public List<Days> Tiers { get; set; } = [new(), new(), new(), new(), new()];

        /// <summary>The version that was on the screen.</summary>
        public int Version { get; set; }
    }

    /// <summary>The tiers in the order of the form; null for accounts without one.</summary>
    public static IReadOnlyList<Tier?> Tiers { get; } = [Tier.Key, Tier.Rising, Tier.Ordinary, Tier.LetGo, null];

    /// <summary>The pool as the form shows it.</summary>
    /// <exception cref="NotFoundException">There is no such pool.</exception>
    public async Task<Input> LoadAsync(long? id, CancellationToken cancel)
    {
        if (id is null)
            return new() { Everyone = true, ProtectsKeyAccounts = true };
        var pool =
            await db.Pools.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancel)
            ?? throw new NotFoundException(nameof(Pool), id);
        return new()
        {
            Name = pool.Name,
            Everyone = pool.IsForEveryone,
            Teams = [.. pool.Teams],
            ClaimsPerDay = pool.Rules.ClaimsPerDay,
            HoldingLimit = pool.Rules.HoldingLimit,
            WaitingDays = pool.Rules.WaitingDays,
            WarningDays = pool.Rules.WarningDays,
            ProtectedOrderDays = pool.Rules.ProtectedOrderDays,
            ProtectsKeyAccounts = pool.Rules.ProtectsKeyAccounts,
            Tiers = [.. Tiers.Select(tier => Days.Of(pool.Rules.Of(tier)))],
            Version = pool.Version,
        };
    }

    /// <summary>Adds or changes the pool.</summary>
    /// <returns>Its identifier.</returns>
    /// <exception cref="NotFoundException">There is no such pool.</exception>
    /// <exception cref="RuleException">Those of <see cref="Pool"/>; <c>pool.name-taken</c>.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first.</exception>
    public async Task<long> RunAsync(long? id, Input input, CancellationToken cancel)
    {
        var all = await db.Pools.ToListAsync(cancel);
        var name = input.Name!.Trim();
        if (all.Exists(each => each.Id != id && each.Name == name))
            throw new RuleException("pool.name-taken", name);
        var pool = id is null
            ? new Pool(name, all.Count == 0 ? 0 : all.Max(each => each.Position) + 1)
            : all.Find(each => each.Id == id) ?? throw new NotFoundException(nameof(Pool), id);
        if (id is null)
            db.Add(pool);
        else
            db.Entry(pool).Property(each => each.Version).OriginalValue = input.Version;
        pool.Rename(name);
        pool.OpenTo(input.Everyone, input.Teams ?? []);
        pool.Govern(RulesOf(input));
        await db.SaveChangesAsync(cancel);
        return pool.Id;
    }

    private static PoolRules RulesOf(Input input) =>
        new()
        {
            ClaimsPerDay = input.ClaimsPerDay,
            HoldingLimit = input.HoldingLimit,
            WaitingDays = input.WaitingDays!.Value,
            WarningDays = input.WarningDays!.Value,
            ProtectedOrderDays = input.ProtectedOrderDays,
            ProtectsKeyAccounts = input.ProtectsKeyAccounts,
            Key = input.Tiers[0].ToRule(),
            Rising = input.Tiers[1].ToRule(),
            Ordinary = input.Tiers[2].ToRule(),
            LetGo = input.Tiers[3].ToRule(),
            Unrated = input.Tiers[4].ToRule(),
        };
}
