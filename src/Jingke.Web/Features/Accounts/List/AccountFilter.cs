using System.Globalization;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Features.Accounts.List.Fields;
using Jingke.Web.Features.Accounts.List.Where;

namespace Jingke.Web.Features.Accounts.List;

/// <summary>Which accounts are wanted. Everything is optional; the address of the list, its export, its saved views and the JSON endpoint share it.</summary>
public sealed record AccountFilter
{
    /// <summary>Stands in the address for 'none': nobody responsible, no tier yet.</summary>
    public const string None = "none";

    /// <summary>Stands in the address for the person who is looking.</summary>
    public const string Me = "me";

    /// <summary>Words to be found in name, pinyin, code, telephone or contact.</summary>
    public string? Text { get; init; }

    /// <summary>A tier.</summary>
    public Tier? Tier { get; init; }

    /// <summary>Only accounts that were never evaluated.</summary>
    public bool NoTier { get; init; }

    /// <summary>Who is responsible.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Only accounts that the person who is looking is responsible for.</summary>
    public bool Mine { get; init; }

    /// <summary>Only accounts that nobody is responsible for.</summary>
    public bool NoOwner { get; init; }

    /// <summary>A team; the teams below it count too.</summary>
    public long? TeamId { get; init; }

    /// <summary>Only accounts without a team.</summary>
    public bool NoTeam { get; init; }

    /// <summary>A zone: its provinces.</summary>
    public long? ZoneId { get; init; }

    /// <summary>Code of a province.</summary>
    public string? Province { get; init; }

    /// <summary>Code of a city.</summary>
    public string? City { get; init; }

    /// <summary>Code of an industry; those below it count too.</summary>
    public string? Industry { get; init; }

    /// <summary>Form of ownership, exactly.</summary>
    public string? Ownership { get; init; }

    /// <summary>Size class, exactly.</summary>
    public string? Size { get; init; }

    /// <summary>Source, exactly.</summary>
    public string? Source { get; init; }

    /// <summary>Company or household.</summary>
    public AccountKind? Kind { get; init; }

    /// <summary>Last order on this day or later.</summary>
    public DateOnly? LastOrderFrom { get; init; }

    /// <summary>Last order on this day or earlier.</summary>
    public DateOnly? LastOrderTo { get; init; }

    /// <summary>Least net sales, ten-thousandths.</summary>
    public long? SalesFrom { get; init; }

    /// <summary>Most net sales, ten-thousandths.</summary>
    public long? SalesTo { get; init; }

    /// <summary>A group; what lies in groups below it counts too.</summary>
    public long? GroupId { get; init; }

    /// <summary>Conditions on any field; all of its groups must hold.</summary>
    internal ConditionSet? Where { get; init; }

    /// <summary>Whether only the database can tell which accounts are wanted, not the columns in memory.</summary>
    internal bool NeedsDatabase => Text is not null || Where is not null || GroupId is not null;

    /// <summary>
    /// Reads a filter from an address. What cannot be read is left out: an address may hold anything. What the person's role does not see
    /// is left out as well, so that nobody finds out by filtering.
    /// </summary>
    internal static AccountFilter Of(PageAddress address, ListFields fields)
    {
        var asked = Of(address) with { Where = ConditionSet.Of(address, fields) };
        if (fields.Hides("region"))
            asked = asked with { ZoneId = null, Province = null, City = null };
        if (fields.Hides("industry"))
            asked = asked with { Industry = null };
        if (fields.Hides("ownership"))
            asked = asked with { Ownership = null };
        return fields.Hides("scale") ? asked with { Size = null } : asked;
    }

    private static AccountFilter Of(PageAddress address)
    {
        var owner = Word("owner");
        var team = Word("team");
        var tier = Word("tier");
        return new()
        {
            Text = Word("q"),
            Tier = Choice<Tier>(tier),
            NoTier = tier == None,
            OwnerId = Guid.TryParse(owner, out var id) ? id : null,
            Mine = owner == Me,
            NoOwner = owner == None,
            TeamId = Id(team),
            NoTeam = team == None,
            GroupId = Id(Word("group")),
            ZoneId = Id(Word("zone")),
            Province = Word("province"),
            City = Word("city"),
            Industry = Word("industry"),
            Ownership = Word("ownership"),
            Size = Word("scale"),
            Source = Word("source"),
            Kind = Choice<AccountKind>(Word("kind")),
            LastOrderFrom = Day("last-from"),
            LastOrderTo = Day("last-to"),
            SalesFrom = Amount("sales-from"),
            SalesTo = Amount("sales-to"),
        };

        string? Word(string name) => address.Get(name) is { } text && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

        DateOnly? Day(string name) =>
            DateOnly.TryParseExact(Word(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

        long? Amount(string name) =>
            decimal.TryParse(Word(name), NumberStyles.Number, CultureInfo.InvariantCulture, out var units)
            && Math.Abs(units) < long.MaxValue / (2m * Money.PerUnit)
                ? Money.FromUnits(units).TenThousandths
                : null;

        static long? Id(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    private static TEnum? Choice<TEnum>(string? text)
        where TEnum : struct, Enum =>
        text is not null && text.All(char.IsAsciiLetter) && Enum.TryParse<TEnum>(text, ignoreCase: true, out var choice) ? choice : null;
}
