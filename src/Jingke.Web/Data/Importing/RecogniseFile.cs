using Jingke.Domain;
using Jingke.Domain.Imports;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sheets;

namespace Jingke.Web.Data.Importing;

/// <summary>Tells what a file brings, by its columns.</summary>
internal static class RecogniseFile
{
    private static readonly Field[] OfAccountsOnly =
    [
        Field.CreditCode,
        Field.Address,
        Field.Industry,
        Field.Size,
        Field.Ownership,
        Field.Employees,
        Field.Source,
        Field.Phone,
        Field.Website,
        Field.FirstTraded,
        Field.Province,
        Field.City,
    ];

    private static readonly Field[] OfGoods = [Field.ProductCode, Field.ProductName, Field.Quantity, Field.UnitPrice];

    /// <summary>How the reader calls what a batch brings.</summary>
    public static FileKind ReadAs(ImportKind kind) =>
        kind switch
        {
            ImportKind.Sales => FileKind.Sales,
            ImportKind.Contacts => FileKind.Contacts,
            ImportKind.Receivables => FileKind.Receivables,
            _ => FileKind.Accounts,
        };

    /// <summary>Recognises kind and layout. A file that fits no kind is taken for sales, so that a person can map its columns.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kind">The kind, when a person has said it.</param>
    /// <param name="mapping">What a person has said about the columns.</param>
    /// <param name="extra">Fields that the organisation has besides.</param>
    /// <exception cref="RuleException">There are no rows, or the mapping does not fit the file.</exception>
    public static (ImportKind Kind, Layout Layout) Run(SheetFile file, ImportKind? kind, Mapping? mapping, IReadOnlyList<ExtraField> extra)
    {
        if (kind is { } known)
            return (known, Recognition.Run(file, ReadAs(known), mapping, extra));

        var sales = Recognition.Run(file, FileKind.Sales, mapping);
        // A day on which an invoice is due, and nothing of what was sold.
        if (
            !sales.Columns.Keys.Any(OfGoods.Contains)
            && Recognition.Run(file, FileKind.Receivables, mapping) is { Missing.Count: 0 } receivables
        )
            return (ImportKind.Receivables, receivables);
        var accounts = Recognition.Run(file, FileKind.Accounts, mapping, extra);
        // 采购预算 and 计划采购时间 look like an amount and a day of sales, but they are fields of the catalogue.
        var isKnowledge =
            accounts.Missing.Count == 0
            && accounts.Facts.Values.Any(column =>
                column.Index == sales.IndexOf(Field.Date) || column.Index == sales.IndexOf(Field.Amount)
            );
        if (sales.Missing.Count == 0 && !isKnowledge)
            return (ImportKind.Sales, sales);
        // 客户名称 beside 金额 and nothing else of an account: sales whose date was not found.
        var isSales =
            (sales.Columns.ContainsKey(Field.Amount) || sales.Columns.ContainsKey(Field.Quantity))
            && !isKnowledge
            && !accounts.Columns.ContainsKey(Field.ContactName)
            && !accounts.Columns.Keys.Any(OfAccountsOnly.Contains);
        if (accounts.Missing.Count > 0 || isSales)
            return (ImportKind.Sales, sales);
        if (!accounts.Columns.ContainsKey(Field.ContactName))
            return (ImportKind.Accounts, accounts);
        return accounts.Columns.Keys.Any(OfAccountsOnly.Contains)
            ? (ImportKind.AccountsAndContacts, accounts)
            : (ImportKind.Contacts, Recognition.Run(file, FileKind.Contacts, mapping));
    }
}
