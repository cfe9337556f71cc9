namespace Jingke.Domain.People;

/// <summary>Whose accounts a person sees.</summary>
public enum DataScope
{
    /// <summary>Only accounts they own.</summary>
    Own,

    /// <summary>Accounts they own and those of their team.</summary>
    Team,

    /// <summary>Accounts they own, those of their team and of the teams below it.</summary>
    TeamAndBelow,

    /// <summary>Every account.</summary>
    All,
}
