namespace Jingke.Web.Tabular.Columns;

/// <summary>What a file is about.</summary>
internal enum FileKind
{
    Sales,
    Accounts,
    Contacts,
    Receivables,
}

/// <summary>What a column can mean. The name in camel case is the name in a mapping file.</summary>
internal enum Field
{
    OrderNo,
    LineNo,
    Date,
    AccountCode,
    AccountName,
    ProductCode,
    ProductName,
    Category,
    Subcategory,
    Quantity,
    UnitPrice,
    Amount,
    Cost,
    UnitCost,
    Profit,
    Discount,
    Salesperson,
    Currency,
    Country,
    Zone,
    Province,
    City,
    District,
    Address,
    Industry,
    Size,
    Ownership,
    Segment,
    CreditCode,
    Employees,
    Source,
    Phone,
    Website,
    FirstTraded,
    ContactName,
    ContactTitle,
    Department,
    Mobile,
    ContactPhone,
    Email,
    WeChat,
    IsPrimary,
    InvoiceNo,
    InvoiceDate,
    DueDate,
    InvoiceAmount,
    ReceiptDate,
    ReceiptAmount,
}

/// <summary>What the cells under a field hold.</summary>
internal enum FieldContent
{
    Text,
    Date,
    Number,
}

internal static class Fields
{
    private static readonly Field[] OfSales =
    [
        Field.OrderNo,
        Field.LineNo,
        Field.Date,
        Field.AccountCode,
        Field.AccountName,
        Field.ProductCode,
        Field.ProductName,
        Field.Category,
        Field.Subcategory,
        Field.Quantity,
        Field.UnitPrice,
        Field.Amount,
        Field.Cost,
        Field.UnitCost,
        Field.Profit,
        Field.Discount,
        Field.Salesperson,
        Field.Currency,
        Field.Country,
        Field.Zone,
        Field.Province,
        Field.City,
        Field.District,
        Field.Industry,
        Field.Size,
        Field.Ownership,
        Field.Segment,
    ];

    private static readonly Field[] OfContacts =
    [
        Field.ContactName,
        Field.ContactTitle,
        Field.Department,
        Field.Mobile,
        Field.ContactPhone,
        Field.Email,
        Field.WeChat,
        Field.IsPrimary,
    ];

    private static readonly Field[] OfAccounts =
    [
        Field.AccountCode,
        Field.AccountName,
        Field.CreditCode,
        Field.Country,
        Field.Zone,
        Field.Province,
        Field.City,
        Field.District,
        Field.Address,
        Field.Industry,
        Field.Size,
        Field.Ownership,
        Field.Segment,
        Field.Employees,
        Field.Salesperson,
        Field.Source,
        Field.Phone,
        Field.Website,
        Field.FirstTraded,
    ];

    private static readonly Field[] OfReceivables =
    [
        Field.AccountCode,
        Field.AccountName,
        Field.InvoiceNo,
        Field.InvoiceDate,
        Field.DueDate,
        Field.InvoiceAmount,
        Field.ReceiptDate,
        Field.ReceiptAmount,
    ];

    /// <summary>The fields a file of this kind can have; an accounts file may carry contacts on the same rows.</summary>
    public static IReadOnlyList<Field> Of(FileKind kind) =>
        kind switch
        {
            FileKind.Sales => OfSales,
            FileKind.Accounts => [.. OfAccounts, .. OfContacts],
            FileKind.Receivables => OfReceivables,
            _ => [.. OfContacts, Field.AccountCode, Field.AccountName],
        };

    public static FieldContent ContentOf(Field field) =>
        field switch
        {
            Field.Date or Field.FirstTraded or Field.InvoiceDate or Field.DueDate or Field.ReceiptDate => FieldContent.Date,
            Field.Quantity
            or Field.UnitPrice
            or Field.Amount
            or Field.Cost
            or Field.UnitCost
            or Field.Profit
            or Field.Discount
            or Field.Employees
            or Field.InvoiceAmount
            or Field.ReceiptAmount => FieldContent.Number,
            _ => FieldContent.Text,
        };

    /// <summary>The most characters a text may have; longer ones are refused, never cut.</summary>
    public static int LongestText(Field field) =>
        field switch
        {
            Field.OrderNo or Field.LineNo or Field.AccountCode or Field.ProductCode or Field.InvoiceNo => 64,
            Field.CreditCode => 32,
            Field.ContactName => 100,
            Field.Currency => 16,
            Field.Address or Field.Website or Field.ProductName => 400,
            Field.Phone or Field.Mobile or Field.ContactPhone or Field.WeChat => 64,
            _ => 200,
        };

    /// <summary>Which fields a file lacks to be usable; each entry is one field, or several of which one would do.</summary>
    public static IReadOnlyList<Field[]> Missing(FileKind kind, Func<Field, bool> has)
    {
        List<Field[]> missing = [];
        if (kind == FileKind.Sales)
        {
            if (!has(Field.Date))
                missing.Add([Field.Date]);
            if (!has(Field.Amount) && !(has(Field.Quantity) && has(Field.UnitPrice)))
                missing.Add(has(Field.Quantity) ? [Field.Amount, Field.UnitPrice] : [Field.Amount]);
        }
        else if (kind == FileKind.Accounts && !has(Field.AccountName) && !has(Field.AccountCode))
            missing.Add([Field.AccountName, Field.AccountCode]);
        else if (kind == FileKind.Contacts)
        {
            if (!has(Field.ContactName))
                missing.Add([Field.ContactName]);
            if (!has(Field.AccountName) && !has(Field.AccountCode))
                missing.Add([Field.AccountName, Field.AccountCode]);
        }
        else if (kind == FileKind.Receivables)
        {
            if (!has(Field.AccountName) && !has(Field.AccountCode))
                missing.Add([Field.AccountName, Field.AccountCode]);
            foreach (var field in (Field[])[Field.InvoiceNo, Field.InvoiceDate, Field.DueDate, Field.InvoiceAmount])
                if (!has(field))
                    missing.Add([field]);
        }
        return missing;
    }
}
