using Jingke.Analytics.Ledger;

namespace Jingke.Benchmarks.Company;

/// <summary>Builds the ledger of a generated company straight from its lines. Index = number - 1 for accounts, = number for the others.</summary>
internal static class CompanyLedger
{
    public static SalesLedger Build(GeneratedCompany company)
    {
        var builder = new SalesLedgerBuilder();
        var segment = builder.NewSegment();
        foreach (var line in company.AllLines())
        {
            segment.Append(
                new SalesLine
                {
                    Account = line.Account - 1,
                    Day = line.OrderedOn,
                    Amount = line.Amount,
                    OrderKey = Dice.Mix((ulong)line.Order),
                    Product = line.Product,
                    Place = (ushort)line.Place,
                    Quantity = line.Quantity,
                    Cost = line.Cost,
                    Discount = line.Discount,
                }
            );
        }

        return builder.Build(Accounts(company), Products(company), Places(company));
    }

    private static AccountDirectory Accounts(GeneratedCompany company) =>
        new(
            [.. Enumerable.Range(1, company.Accounts.Length).Select(id => (long)id)],
            Array.ConvertAll(company.Accounts, account => account.Code),
            Array.ConvertAll(company.Accounts, account => account.Name)
        )
        {
            Places = Array.ConvertAll(company.Accounts, account => (ushort)account.Place),
            Industry = new(Array.ConvertAll(company.Accounts, account => account.Industry), CompanyWords.Industries),
            Size = new(Array.ConvertAll(company.Accounts, account => account.Size), CompanyWords.Sizes),
            Ownership = new(Array.ConvertAll(company.Accounts, account => account.Ownership), CompanyWords.Ownerships),
        };

    private static ProductDirectory Products(GeneratedCompany company) =>
        new(
            [.. Enumerable.Range(0, company.Products.Length + 1).Select(id => (long)id)],
            ["", .. company.Products.Select(product => product.Code)],
            ["", .. company.Products.Select(product => product.Name)],
            new([0, .. company.Products.Select(product => product.Category)], CompanyWords.Categories)
        );

    private static PlaceDirectory Places(GeneratedCompany company) =>
        new([
            Place.Unknown,
            .. company.Places.Select(place => new Place("", "", place.Province.Code, place.Province.ShortName, place.City.ShortName)),
        ]);
}
