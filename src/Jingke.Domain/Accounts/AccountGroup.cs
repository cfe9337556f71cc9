namespace Jingke.Domain.Accounts;

/// <summary>Accounts under a name 客户分组: fixed ones that were put in, or all that a filter finds. An account may be in many.</summary>
public sealed class AccountGroup
{
    /// <summary>Longest name in characters.</summary>
    public const int MaximumNameLength = 60;

    private AccountGroup() { }

    /// <summary>A new group.</summary>
    /// <param name="name">What its maker calls it.</param>
    /// <param name="query">See <see cref="Query"/>.</param>
    /// <param name="ownerId">Who makes it.</param>
    /// <param name="isShared">Whether colleagues see it too.</param>
    /// <param name="at">When.</param>
    /// <exception cref="RuleException"><c>group.name-missing</c>, <c>group.name-long</c></exception>
    public AccountGroup(string name, string? query, Guid ownerId, bool isShared, DateTime at)
    {
        Rename(name);
        (Query, OwnerId, IsShared, CreatedAt) = (string.IsNullOrWhiteSpace(query) ? null : query, ownerId, isShared, at);
    }

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <summary>What its maker calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The group it lies in; null at the top.</summary>
    public long? ParentId { get; private set; }

    /// <summary>The filter whose accounts are its members, as the query of the account list's address; null for a fixed group.</summary>
    public string? Query { get; private set; }

    /// <summary>Who made it and may change it.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>Whether colleagues see it too; each sees the members within the own scope.</summary>
    public bool IsShared { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Whether its members are found by a filter.</summary>
    public bool IsFilter => Query is not null;

    /// <summary>Gives it another name.</summary>
    /// <exception cref="RuleException"><c>group.name-missing</c>, <c>group.name-long</c></exception>
    public void Rename(string name)
    {
        name = name.Trim();
        if (name.Length == 0)
            throw new RuleException("group.name-missing");
        if (name.Length > MaximumNameLength)
            throw new RuleException("group.name-long", MaximumNameLength);

        Name = name;
    }

    /// <summary>Shows it to colleagues, or no longer.</summary>
    public void Share(bool shared) => IsShared = shared;

    /// <summary>Gives it another filter.</summary>
    /// <exception cref="RuleException"><c>group.fixed</c>: its members were put in by hand.</exception>
    public void Filter(string query)
    {
        if (!IsFilter)
            throw new RuleException("group.fixed");

        Query = query;
    }

    /// <summary>Puts it into another group.</summary>
    /// <param name="parentId">The other group; null for the top.</param>
    /// <param name="above">The groups that the other one lies in, itself included.</param>
    /// <exception cref="RuleException"><c>group.within-itself</c></exception>
    public void MoveInto(long? parentId, IEnumerable<long> above)
    {
        if (above.Contains(Id))
            throw new RuleException("group.within-itself");

        ParentId = parentId;
    }
}

/// <summary>An account that was put into a fixed group.</summary>
public sealed class AccountGroupMember : IOfAccount
{
    /// <summary>The group.</summary>
    public long GroupId { get; init; }

    /// <inheritdoc/>
    public long AccountId { get; init; }

    /// <inheritdoc/>
    public Account? Account { get; init; }

    /// <summary>When it was put in.</summary>
    public DateTime At { get; init; }

    /// <summary>Who put it in; null for the system.</summary>
    public Guid? ById { get; init; }
}
