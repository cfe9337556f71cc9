namespace Jingke.Domain.Accounts;

/// <summary>The verdict of the latest evaluation on an account.</summary>
public enum Tier
{
    /// <summary>大客户</summary>
    Key,

    /// <summary>成长: not key, but would be within a year if it goes on like this.</summary>
    Rising,

    /// <summary>普通</summary>
    Ordinary,

    /// <summary>低效: costs more attention than it brings.</summary>
    LetGo,
}
