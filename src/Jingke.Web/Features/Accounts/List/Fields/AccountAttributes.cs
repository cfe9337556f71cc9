using System.Linq.Expressions;
using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;

namespace Jingke.Web.Features.Accounts.List.Fields;

/// <summary>What every account has without the catalogue, and the columns that repeat fields of the catalogue.</summary>
internal static class AccountAttributes
{
    /// <summary>Name of the tier.</summary>
    public const string Tier = "tier";

    /// <summary>Name of the person who is responsible.</summary>
    public const string Owner = "owner";

    /// <summary>Name of the team.</summary>
    public const string Team = "team";

    /// <summary>Name of the kind of account.</summary>
    public const string Kind = "kind";

    /// <summary>The attributes in the order in which they are offered.</summary>
    public static readonly IReadOnlyList<ListField> All =
    [
        Of("name", FieldType.Text, account => account.Name),
        Of("code", FieldType.Text, account => account.Code),
        Of(Tier, FieldType.OneOf, account => account.Tier),
        Of(Owner, FieldType.OneOf, account => account.OwnerId),
        Of(Team, FieldType.OneOf, account => account.TeamId),
        Of(Kind, FieldType.OneOf, account => account.Kind),
        Of("source", FieldType.Text, account => account.Source),
        Of("sales", FieldType.Money, account => account.NetSales),
        Of("rank", FieldType.Number, account => account.SalesRank),
        Of("score", FieldType.Number, account => account.ValueScore),
        Of("last", FieldType.Date, account => account.LastOrderOn),
        Of("first", FieldType.Date, account => account.FirstTradedOn),
        Of("contact", FieldType.Date, account => account.LastContactOn),
    ];

    /// <summary>The column that repeats a field of the catalogue; null for province and industry, which are more than one column.</summary>
    public static LambdaExpression? ColumnOf(string column) =>
        column switch
        {
            nameof(Account.CreditCode) => To(account => account.CreditCode),
            nameof(Account.Address) => To(account => account.Address),
            nameof(Account.Ownership) => To(account => account.Ownership),
            nameof(Account.Size) => To(account => account.Size),
            nameof(Account.Employees) => To(account => account.Employees),
            nameof(Account.Phone) => To(account => account.Phone),
            nameof(Account.Website) => To(account => account.Website),
            Account.RegionColumn => To(account => account.CityCode ?? account.ProvinceCode),
            Account.IndustryColumn => To(account => account.IndustryCode),
            _ => null,
        };

    private static ListField Of<T>(string name, FieldType type, Expression<Func<Account, T>> column) =>
        new(name, new FieldDefinition(name, FieldSubject.Account, type), column);

    private static Expression<Func<Account, T>> To<T>(Expression<Func<Account, T>> column) => column;
}
