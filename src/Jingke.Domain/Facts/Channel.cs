namespace Jingke.Domain.Facts;

/// <summary>Where information, or a customer, comes from 信息来源: own visit, phone, call centre, directory, bought list, referral …</summary>
public sealed class Channel
{
    private Channel() { }

    /// <summary>A new channel.</summary>
    /// <param name="key">Short name in English that never changes, e.g. <c>own-visit</c>.</param>
    /// <param name="names">What people read.</param>
    /// <param name="grade">See <see cref="Grade"/>.</param>
    /// <exception cref="RuleException"><c>channel.grade-outside</c>, <c>channel.name-missing</c></exception>
    public Channel(string key, LocalName names, int grade)
    {
        Key = key;
        Change(names, grade, isRetired: false);
    }

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <summary>Short name in English that never changes.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Simplified Chinese name.</summary>
    public string NameHans { get; private set; } = "";

    /// <summary>Traditional Chinese name; empty means as in simplified Chinese.</summary>
    public string NameHant { get; private set; } = "";

    /// <summary>English name; empty means as in simplified Chinese.</summary>
    public string NameEn { get; private set; } = "";

    /// <summary>How far what it says can be relied on, in percent, when seen or heard at first hand.</summary>
    public int Grade { get; private set; }

    /// <summary>Whether it can no longer be chosen.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>Where it stands in lists.</summary>
    public int Position { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The names together.</summary>
    public LocalName Names => new(NameHans, NameHant, NameEn);

    /// <summary>Changes it.</summary>
    /// <exception cref="RuleException"><c>channel.grade-outside</c>, <c>channel.name-missing</c></exception>
    public void Change(LocalName names, int grade, bool isRetired)
    {
        if (grade is < 0 or > 100)
            throw new RuleException("channel.grade-outside");
        if (names.Hans.Trim().Length == 0)
            throw new RuleException("channel.name-missing");

        (NameHans, NameHant, NameEn) = (names.Hans.Trim(), names.Hant.Trim(), names.En.Trim());
        (Grade, IsRetired) = (grade, isRetired);
    }

    /// <summary>Takes it out of use; facts that came from it are kept.</summary>
    public void Retire() => IsRetired = true;

    /// <summary>Takes it into use again.</summary>
    public void Restore() => IsRetired = false;

    /// <summary>Puts it at a place in lists.</summary>
    public void MoveTo(int position) => Position = position;
}
