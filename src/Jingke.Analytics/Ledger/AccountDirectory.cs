namespace Jingke.Analytics.Ledger;

/// <summary>
/// Who the accounts of a ledger are: columns of equal length, index = account index. Immutable; a change of owner, team, name or
/// attribute is a new directory for the same lines (<see cref="SalesLedger.WithDirectory"/>).
/// </summary>
public sealed class AccountDirectory
{
    private readonly Lazy<Dictionary<long, int>> indexes;

    /// <summary>Makes the directory. Arrays are not copied and must not be changed afterwards.</summary>
    /// <param name="ids">Id of each account, distinct.</param>
    /// <param name="codes">Code of each account as people know it.</param>
    /// <param name="names">Name of each account.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public AccountDirectory(long[] ids, string[] codes, string[] names)
    {
        if (codes.Length != ids.Length || names.Length != ids.Length)
            throw new ArgumentException($"{ids.Length} ids, {codes.Length} codes, {names.Length} names.", nameof(ids));

        (Ids, Codes, Names) = (ids, codes, names);
        Places = new ushort[ids.Length];
        Industry = Size = Ownership = Owner = Team = Kind = Source = CodedColumn.Unknown(ids.Length);
        indexes = new Lazy<Dictionary<long, int>>(IndexIds);
    }

    /// <summary>Number of accounts.</summary>
    public int Count => Ids.Length;

    /// <summary>Id of each account.</summary>
    public long[] Ids { get; }

    /// <summary>Code of each account as people know it.</summary>
    public string[] Codes { get; }

    /// <summary>Name of each account.</summary>
    public string[] Names { get; }

    /// <summary>Place of each account, an index of the <see cref="PlaceDirectory"/>; 0 = not known.</summary>
    public ushort[] Places
    {
        get;
        init => field = Checked(value, value.Length);
    }

    /// <summary>Industry of each account.</summary>
    public CodedColumn Industry
    {
        get;
        init => field = Checked(value, value.Codes.Length);
    }

    /// <summary>Size class of each account.</summary>
    public CodedColumn Size
    {
        get;
        init => field = Checked(value, value.Codes.Length);
    }

    /// <summary>Ownership of each account.</summary>
    public CodedColumn Ownership
    {
        get;
        init => field = Checked(value, value.Codes.Length);
    }

    /// <summary>Owner of each account; the keys are user ids.</summary>
    public CodedColumn Owner
    {
        get;
        init => field = Checked(value, value.Codes.Length);
    }

    /// <summary>Team of each account; the keys are team ids.</summary>
    public CodedColumn Team
    {
        get;
        init => field = Checked(value, value.Codes.Length);
    }

    /// <summary>Kind of each account: company or household.</summary>
    public CodedColumn Kind
    {
        get;
        init => field = Checked(value, value.Codes.Length);
    }

    /// <summary>Where each account came from.</summary>
    public CodedColumn Source
    {
        get;
        init => field = Checked(value, value.Codes.Length);
    }

    /// <summary>The column of an attribute.</summary>
    public CodedColumn this[AccountAttribute attribute] =>
        attribute switch
        {
            AccountAttribute.Industry => Industry,
            AccountAttribute.Size => Size,
            AccountAttribute.Ownership => Ownership,
            AccountAttribute.Owner => Owner,
            AccountAttribute.Team => Team,
            AccountAttribute.Kind => Kind,
            AccountAttribute.Source => Source,
            _ => throw new ArgumentOutOfRangeException(nameof(attribute), attribute, null),
        };

    /// <summary>Index of the account with this id; -1 when there is none. The first call indexes all ids.</summary>
    public int IndexOf(long id) => indexes.Value.GetValueOrDefault(id, -1);

    private T Checked<T>(T column, int length) =>
        length == Ids.Length
            ? column
            : throw new ArgumentException($"A column of {length} entries for {Ids.Length} accounts.", nameof(length));

    private Dictionary<long, int> IndexIds()
    {
        var byId = new Dictionary<long, int>(Ids.Length);
        for (var i = 0; i < Ids.Length; i++)
            byId.Add(Ids[i], i);

        return byId;
    }

    /// <summary>The order in which lists name accounts of equal figures: by code, then by identifier.</summary>
    internal int Compare(int first, int second)
    {
        var byCode = string.CompareOrdinal(Codes[first], Codes[second]);
        return byCode != 0 ? byCode : Ids[first].CompareTo(Ids[second]);
    }
}
