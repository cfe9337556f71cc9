namespace Jingke.Domain.Credit;

/// <summary>The scorecards of an account.</summary>
public enum ScorecardKind
{
    /// <summary>Credit 信用: whether what it owes will be paid.</summary>
    Credit,

    /// <summary>Operating state 经营状况: how its own business does.</summary>
    Operating,
}

/// <summary>A figure of our own books that gives an item its value.</summary>
public enum ScoreMeasure
{
    /// <summary>Where its net sales of 12 months stand among those of all active accounts.</summary>
    Turnover,

    /// <summary>How its net sales of 12 months grew against the 12 months before.</summary>
    Growth,

    /// <summary>In how many of the last 12 months it bought.</summary>
    Steadiness,

    /// <summary>How many days its invoices were paid late, on average by amount.</summary>
    Punctuality,
}

/// <summary>Whom a credit investigation asked.</summary>
public enum InvestigationSource
{
    /// <summary>A bank 银行.</summary>
    Bank,

    /// <summary>A credit agency 资信机构.</summary>
    Agency,

    /// <summary>Customers, peers or an association of the trade 同行.</summary>
    Trade,

    /// <summary>Our own people 本公司人员.</summary>
    OwnStaff,
}
