using Jingke.Domain.Audit;

namespace Jingke.Domain.Accounts;

/// <summary>A customer or prospect: a company or a household.</summary>
public sealed partial class Account : IRecyclable
{
    private Account() { }

    /// <summary>A new account.</summary>
    /// <exception cref="RuleException"><c>account.name-missing</c></exception>
    public Account(AccountKind kind, string name, DateTime createdAt, Guid? createdById = null)
    {
        Kind = kind;
        Rename(name);
        (CreatedAt, UpdatedAt, CreatedById) = (createdAt, createdAt, createdById);
    }

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <summary>Company or household.</summary>
    public AccountKind Kind { get; private set; }

    /// <summary>The company's own number for it, unique where present; leading zeros count.</summary>
    public string? Code { get; private set; }

    /// <summary>Full name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name made comparable, see <see cref="AccountName.Normalise"/>.</summary>
    public string NormalisedName { get; private set; } = "";

    /// <summary>
    /// Where the name stands in an alphabetical list: Chinese by its pinyin. Written together with the search index, since a
    /// database of either kind orders Chinese by code point or by a setting of its server.
    /// </summary>
    public string NameOrder { get; private set; } = "";

    /// <summary>Names that it had before, each on a line of its own, the latest first; null without any.</summary>
    public string? FormerNames { get; private set; }

    /// <summary>The account it is a subsidiary of; null for one that stands alone or at the top.</summary>
    public long? ParentId { get; private set; }

    /// <summary>What colleagues call it.</summary>
    public string? ShortName { get; private set; }

    /// <summary>统一社会信用代码, 18 characters, upper case.</summary>
    public string? CreditCode { get; private set; }

    /// <summary>GB/T 2260 code of the province, six digits.</summary>
    public string? ProvinceCode { get; private set; }

    /// <summary>GB/T 2260 code of the city (prefecture), six digits.</summary>
    public string? CityCode { get; private set; }

    /// <summary>The region as it was given, where it could not be recognised, e.g. a foreign country.</summary>
    public string? RegionText { get; private set; }

    /// <summary>Postal address.</summary>
    public string? Address { get; private set; }

    /// <summary>GB/T 4754 code of the industry.</summary>
    public string? IndustryCode { get; private set; }

    /// <summary>The industry as it was given, where it is not one of the standard.</summary>
    public string? IndustryText { get; private set; }

    /// <summary>Form of ownership 所有制, in the company's own words, e.g. 民营.</summary>
    public string? Ownership { get; private set; }

    /// <summary>Size class 规模, in the company's own words, e.g. 中型.</summary>
    public string? Size { get; private set; }

    /// <summary>Number of staff.</summary>
    public int? Employees { get; private set; }

    /// <summary>Telephone number of the company.</summary>
    public string? Phone { get; private set; }

    /// <summary>Web address.</summary>
    public string? Website { get; private set; }

    /// <summary>Where the account came from 客户来源.</summary>
    public string? Source { get; private set; }

    /// <summary>Anything worth knowing.</summary>
    public string? Note { get; private set; }

    /// <summary>The colleague who is responsible; null while nobody is.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>The team that is responsible; null while none is.</summary>
    public long? TeamId { get; private set; }

    /// <summary>Day of the first sale.</summary>
    public DateOnly? FirstTradedOn { get; private set; }

    /// <summary>Verdict of the latest evaluation; null before the first one or without sales in the period. Written in bulk.</summary>
    public Tier? Tier { get; private set; }

    /// <summary>Since when the account has this tier. Written in bulk.</summary>
    public DateOnly? TierSince { get; private set; }

    /// <summary>Value score of the latest evaluation, 0 to 100. Written in bulk.</summary>
    public double? ValueScore { get; private set; }

    /// <summary>Rank by net sales in the latest evaluation, 1 is best. Written in bulk.</summary>
    public int? SalesRank { get; private set; }

    /// <summary>Net sales in the evaluated period, ten-thousandths. Written in bulk.</summary>
    public long NetSales { get; private set; }

    /// <summary>Net sales against the year before, 0.18 is +18 %; null where it cannot be said. Written in bulk.</summary>
    public double? YearOnYear { get; private set; }

    /// <summary>Day of the latest sale. Written in bulk.</summary>
    public DateOnly? LastOrderOn { get; private set; }

    /// <summary>Day of the latest contact with the customer; null before the first one.</summary>
    public DateOnly? LastContactOn { get; private set; }

    /// <summary>How much of what the catalogue asks for is known, by weight, 0 to 1; null before the first vetting. Written in bulk.</summary>
    public double? Completeness { get; private set; }

    /// <summary>Share of settled facts that held, 0 to 1; null while none was settled. Written in bulk.</summary>
    public double? Accuracy { get; private set; }

    /// <summary>How much of what is known is within its shelf life, by weight, 0 to 1; null while nothing is known. Written in bulk.</summary>
    public double? Freshness { get; private set; }

    /// <summary>The import that created it; null when a person did.</summary>
    public long? CreatedByBatchId { get; private set; }

    /// <summary>When it was created.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Who created it; null for the system.</summary>
    public Guid? CreatedById { get; private set; }

    /// <summary>When a person last changed it.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime? DeletedAt { get; private set; }

    /// <inheritdoc/>
    public Guid? DeletedById { get; private set; }

    /// <summary>Concurrency token; rises with every change a person makes.</summary>
    public int Version { get; private set; }

    /// <summary>Gives the account another name.</summary>
    /// <exception cref="RuleException"><c>account.name-missing</c>, <c>account.name-too-long</c></exception>
    public void Rename(string name)
    {
        var trimmed = name?.Trim() ?? "";
        if (trimmed.Length == 0)
            throw new RuleException("account.name-missing");
        if (trimmed.Length > MaximumNameLength)
            throw new RuleException("account.name-too-long", MaximumNameLength);

        var normalised = AccountName.Normalise(trimmed);
        // Another way to write the same name is no former name.
        if (NormalisedName.Length > 0 && NormalisedName != normalised)
            AddFormerName(Name);
        (Name, NormalisedName) = (trimmed, normalised);
    }

    /// <summary>Adds a name under which the account is also to be found.</summary>
    public void AddFormerName(string name)
    {
        var others = (FormerNames ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(each => each != name);
        FormerNames = string.Join('\n', others.Prepend(name).Take(MaximumFormerNames));
    }

    /// <summary>Most former names that are kept.</summary>
    public const int MaximumFormerNames = 20;

    /// <summary>Makes it a subsidiary of another account, or of none.</summary>
    /// <exception cref="RuleException"><c>account.own-parent</c></exception>
    public void BelongTo(long? parentId)
    {
        if (parentId is not null && parentId == Id)
            throw new RuleException("account.own-parent");

        ParentId = parentId;
    }

    /// <summary>Notes a contact with the customer.</summary>
    public void Contacted(DateOnly on) => LastContactOn = LastContactOn is { } last && last > on ? last : on;

    /// <summary>Longest name, in UTF-16 characters.</summary>
    public const int MaximumNameLength = 200;

    /// <summary>Sets the describing fields; empty text becomes null.</summary>
    /// <exception cref="RuleException"><c>account.employees-negative</c></exception>
    public void Describe(AccountDescription description, DateTime at)
    {
        if (description.Employees < 0)
            throw new RuleException("account.employees-negative");

        Kind = description.Kind ?? Kind;
        Code = Text(description.Code);
        ShortName = Text(description.ShortName);
        CreditCode = Text(description.CreditCode)?.ToUpperInvariant();
        (ProvinceCode, CityCode, RegionText) = (Text(description.ProvinceCode), Text(description.CityCode), Text(description.RegionText));
        Address = Text(description.Address);
        (IndustryCode, IndustryText) = (Text(description.IndustryCode), Text(description.IndustryText));
        (Ownership, Size, Employees) = (Text(description.Ownership), Text(description.Size), description.Employees);
        (Phone, Website, Source, Note) = (
            Text(description.Phone),
            Text(description.Website),
            Text(description.Source),
            Text(description.Note)
        );
        UpdatedAt = at;
    }

    /// <summary>Puts the account into the recycle bin.</summary>
    /// <exception cref="RuleException"><c>account.already-deleted</c></exception>
    public void Delete(DateTime at, Guid? by)
    {
        if (DeletedAt is not null)
            throw new RuleException("account.already-deleted", Name);

        (DeletedAt, DeletedById) = (at, by);
    }

    /// <summary>Takes the account out of the recycle bin.</summary>
    /// <exception cref="RuleException"><c>account.merged</c>: only undoing the merge brings it back.</exception>
    public void Restore()
    {
        if (MergedIntoId is not null)
            throw new RuleException("account.merged", Name);

        (DeletedAt, DeletedById) = (null, null);
    }

    private static string? Text(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim();
}
