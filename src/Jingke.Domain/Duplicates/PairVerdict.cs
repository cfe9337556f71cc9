namespace Jingke.Domain.Duplicates;

/// <summary>What two accounts are to each other.</summary>
public enum PairVerdict
{
    /// <summary>Nothing says that they are one customer.</summary>
    Different,

    /// <summary>One customer 同一客户.</summary>
    Same,

    /// <summary>Probably one customer 疑似同一客户: a person decides.</summary>
    Probable,

    /// <summary>The same name, but facts say that they are two 同名.</summary>
    Namesake,
}
