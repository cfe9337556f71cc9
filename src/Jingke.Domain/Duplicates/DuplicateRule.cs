namespace Jingke.Domain.Duplicates;

/// <summary>What happens when a new account has something in common with one that is there.</summary>
public sealed class DuplicateRule
{
    /// <summary>What they have in common.</summary>
    public DuplicateMark Mark { get; init; }

    /// <summary>What happens.</summary>
    public DuplicateAction Action { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Changes what happens.</summary>
    public void Change(DuplicateAction action) => Action = action;

    /// <summary>What happens until someone changes it: a credit code is one customer's, the rest is asked about.</summary>
    public static DuplicateAction Default(DuplicateMark mark) =>
        mark switch
        {
            DuplicateMark.CreditCode => DuplicateAction.Block,
            DuplicateMark.Domain => DuplicateAction.Off,
            _ => DuplicateAction.Warn,
        };
}

/// <summary>What two accounts can have in common.</summary>
public enum DuplicateMark
{
    /// <summary>The name, or one that differs by a slip of the pen.</summary>
    Name,

    /// <summary>The credit code.</summary>
    CreditCode,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>The e-mail domain.</summary>
    Domain,
}

/// <summary>What happens with a new account that is perhaps there already.</summary>
public enum DuplicateAction
{
    /// <summary>Nothing 不检查.</summary>
    Off,

    /// <summary>Saved after a second look 提醒.</summary>
    Warn,

    /// <summary>Not saved 禁止.</summary>
    Block,
}
