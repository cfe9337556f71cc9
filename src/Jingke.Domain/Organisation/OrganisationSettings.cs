namespace Jingke.Domain.Organisation;

/// <summary>The company that uses this installation. There is exactly one.</summary>
public sealed class OrganisationSettings
{
    /// <summary>The only identifier there is.</summary>
    public const long OnlyId = 1;

    /// <summary>Identifier, always <see cref="OnlyId"/>.</summary>
    public long Id { get; private set; } = OnlyId;

    /// <summary>The company's name, shown in the header; empty until someone sets it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>IANA time zone that decides what 'today' is.</summary>
    public string TimeZone { get; private set; } = "Asia/Shanghai";

    /// <summary>ISO 4217 code of the one currency that amounts are in.</summary>
    public string Currency { get; private set; } = "CNY";

    /// <summary>First month of the fiscal year, 1 to 12.</summary>
    public int FiscalYearStartMonth { get; private set; } = 1;

    /// <summary>Whether the generated sample company is loaded, so that it can be removed in one action.</summary>
    public bool HasSampleData { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Changes the settings.</summary>
    /// <exception cref="RuleException">
    /// <c>organisation.time-zone-unknown</c>, <c>organisation.currency-unknown</c>, <c>organisation.fiscal-month-outside</c>
    /// </exception>
    public void Change(string name, string timeZone, string currency, int fiscalYearStartMonth)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _))
            throw new RuleException("organisation.time-zone-unknown", timeZone);
        if (currency is not { Length: 3 } || !currency.All(char.IsAsciiLetter))
            throw new RuleException("organisation.currency-unknown", currency);
        if (fiscalYearStartMonth is < 1 or > 12)
            throw new RuleException("organisation.fiscal-month-outside", fiscalYearStartMonth);

        (Name, TimeZone, Currency, FiscalYearStartMonth) = (name.Trim(), timeZone, currency.ToUpperInvariant(), fiscalYearStartMonth);
    }

    /// <summary>Records that the sample company was loaded or removed.</summary>
    public void MarkSampleData(bool loaded) => HasSampleData = loaded;
}
