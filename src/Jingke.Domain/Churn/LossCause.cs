using Jingke.Domain.Facts;

namespace Jingke.Domain.Churn;

/// <summary>Why a customer was lost 流失原因: price, quality, service, delivery, a new decider, a competitor … A company edits the list.</summary>
public sealed class LossCause
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaximumName = 60;

    private LossCause() { }

    /// <summary>A new cause.</summary>
    /// <param name="key">Short name in English that never changes, e.g. <c>price</c>.</param>
    /// <param name="names">What people read.</param>
    /// <param name="position">Place in lists, smallest first.</param>
    /// <exception cref="RuleException"><c>loss-cause.name-missing</c></exception>
    public LossCause(string key, LocalName names, int position)
    {
        (Key, Position) = (key, position);
        Rename(names);
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

    /// <summary>Place in lists, smallest first.</summary>
    public int Position { get; private set; }

    /// <summary>Whether it can no longer be chosen; reviews that name it keep it.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The names together.</summary>
    public LocalName Names => new(NameHans, NameHant, NameEn);

    /// <summary>Gives it other names.</summary>
    /// <exception cref="RuleException"><c>loss-cause.name-missing</c></exception>
    public void Rename(LocalName names)
    {
        if (names.Hans.Trim().Length == 0)
            throw new RuleException("loss-cause.name-missing");

        (NameHans, NameHant, NameEn) = (names.Hans.Trim(), names.Hant.Trim(), names.En.Trim());
    }

    /// <summary>Puts it at a place in lists.</summary>
    public void MoveTo(int position) => Position = position;

    /// <summary>Takes it out of use.</summary>
    public void Retire() => IsRetired = true;

    /// <summary>Takes it into use again.</summary>
    public void Restore() => IsRetired = false;
}
