using Jingke.Analytics.Ledger;
using Jingke.Domain.Accounts;
using Jingke.Domain.Reference;
using Jingke.Web.Tabular.Accounts;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sheets;

namespace Jingke.Web.Features.Analyze;

/// <summary>Gives the accounts of a sales file the names, places and attributes of a file of accounts.</summary>
internal sealed class AccountJoin
{
    // Nothing here needs these, so nobody is asked how their dates and numbers are meant.
    private static readonly Mapping Needed = Mapping.Parse("""{"columns":{"firstTraded":null,"employees":null}}""");

    private readonly Dictionary<string, AccountRecord> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccountRecord> byName = new(StringComparer.Ordinal);
    private readonly List<Note> notes = [];

    /// <summary>What a person should know about the accounts file.</summary>
    public IReadOnlyList<Note> Notes => notes;

    /// <summary>Reads a file of accounts; without a path the join is empty.</summary>
    public static AccountJoin Read(string? path)
    {
        var join = new AccountJoin();
        if (path is null)
            return join;
        using var file = SheetFile.Open(path);
        var layout = Recognition.Run(file, FileKind.Accounts, Needed);
        layout.RequireUsable();
        using var reader = new AccountReader(file, layout, FormatScan.Run(file, layout));
        while (reader.Read())
            if (reader.Problem is null)
                join.Add(reader.Record);
        reader.Finish();
        if (reader.Problems.Count > 0)
            join.notes.Add(new("accounts.rejected", reader.Problems.Count));
        return join;
    }

    /// <summary>The accounts of a sales file as a directory.</summary>
    public AccountDirectory Directory(SalesLoad load)
    {
        var named = load.Catalogue.Accounts.Skip(1).ToArray();
        var records = Array.ConvertAll(named, account => Find(account.Code, account.Name));
        if (byCode.Count + byName.Count > 0 && records.Count(record => record is null) is > 0 and var missing)
            notes.Add(new("accounts.unmatched", (long)missing));
        return new AccountDirectory(
            [.. Enumerable.Range(1, named.Length).Select(index => (long)index)],
            [.. named.Select(account => account.Code)],
            [.. named.Zip(records, (account, record) => account.Name.Length > 0 ? account.Name : record?.Name ?? account.Code)]
        )
        {
            Places = Array.ConvertAll(records, record => record is null ? (ushort)0 : load.IndexOf(PlaceOf(record))),
            Industry = CodedColumn.Of([
                .. named.Zip(records, (account, record) => record?.Industry?.Name ?? First(record?[Field.Industry], account.Industry)),
            ]),
            Size = CodedColumn.Of([.. named.Zip(records, (account, record) => First(record?[Field.Size], account.Size))]),
            Ownership = CodedColumn.Of([.. named.Zip(records, (account, record) => First(record?[Field.Ownership], account.Ownership))]),
            Owner = CodedColumn.Of([.. records.Select(record => record?[Field.Salesperson])]),
        };
    }

    private void Add(AccountRecord record)
    {
        if (record.Code.Length > 0)
            byCode[record.Code] = record;
        if (record.Name.Length > 0)
            byName[AccountName.Normalise(record.Name)] = record;
    }

    private AccountRecord? Find(string code, string name) =>
        code.Length > 0 && byCode.TryGetValue(code, out var record) ? record
        : name.Length > 0 && byName.TryGetValue(AccountName.Normalise(name), out record) ? record
        : null;

    private static Place PlaceOf(AccountRecord record) =>
        new(
            record[Field.Country],
            record[Field.Zone],
            record.Place.Province ?? "",
            Divisions.Find(record.Place.Province)?.ShortName ?? record[Field.Province],
            First(record[Field.City], Divisions.Find(record.Place.City)?.ShortName ?? "")
        );

    private static string First(string? first, string second) => first is { Length: > 0 } ? first : second;
}
