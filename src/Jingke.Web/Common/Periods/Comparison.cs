namespace Jingke.Web.Common.Periods;

/// <summary>What a period is compared with.</summary>
public enum Comparison
{
    /// <summary>同比: the same days a year earlier.</summary>
    YearEarlier,

    /// <summary>环比: the period of the same length just before.</summary>
    JustBefore,
}
