namespace Jingke.Web.Features.SampleData;

/// <summary>Identifiers that the database gave to the parts of the sample company.</summary>
/// <param name="Batch">The batch under which everything is recorded.</param>
internal sealed record SampleIds(long Batch)
{
    /// <summary>Teams by name.</summary>
    public Dictionary<string, long> Teams { get; } = [];

    /// <summary>Users by user name.</summary>
    public Dictionary<string, Guid> Users { get; } = [];

    /// <summary>Products, in the order of the company's list.</summary>
    public List<long> Products { get; } = [];

    /// <summary>Accounts, in the order of the company's list.</summary>
    public List<long> Accounts { get; } = [];
}
