using Jingke.Domain.Reference;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Tabular.Accounts;

/// <summary>One accepted row of a file of accounts or contacts, or of both together. Texts are clean; empty means "not given".</summary>
internal sealed class AccountRecord
{
    private readonly Dictionary<Field, string> texts = [];

    /// <summary>Row number as a person sees it.</summary>
    public long Row { get; init; }

    /// <summary>The text of a field; empty without one.</summary>
    public string this[Field field]
    {
        get => texts.GetValueOrDefault(field, "");
        set => texts[field] = value;
    }

    /// <summary>Texts of the organisation's own fields, by key; only those that are given.</summary>
    public Dictionary<string, string> Facts { get; } = [];

    /// <summary>Code of the account.</summary>
    public string Code => this[Field.AccountCode];

    /// <summary>Name of the account; its code where the file gives no name.</summary>
    public string Name => this[Field.AccountName].Length > 0 ? this[Field.AccountName] : Code;

    /// <summary>Where the account is, as far as recognised from province, city, address and, last, its name.</summary>
    public RecognisedPlace Place { get; set; }

    /// <summary>The industry of the standard, or null; the text is in the field.</summary>
    public Industry? Industry { get; set; }

    /// <summary>Number of staff, or null.</summary>
    public int? Employees { get; set; }

    /// <summary>Day of the first sale, or null.</summary>
    public DateOnly? FirstTraded { get; set; }

    /// <summary>Whether the row carries a contact.</summary>
    public bool HasContact => this[Field.ContactName].Length > 0;

    /// <summary>Whether the contact is said to be the primary one.</summary>
    public bool IsPrimaryContact => YesNo.Read(this[Field.IsPrimary]) == true;
}
