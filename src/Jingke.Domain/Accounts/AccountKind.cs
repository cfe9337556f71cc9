namespace Jingke.Domain.Accounts;

/// <summary>Whether an account is a company 公司型 or a household 家庭型.</summary>
public enum AccountKind
{
    /// <summary>A company or another organisation.</summary>
    Company,

    /// <summary>A household: one or more persons who buy together.</summary>
    Household,
}
