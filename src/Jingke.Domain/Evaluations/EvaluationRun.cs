namespace Jingke.Domain.Evaluations;

/// <summary>One evaluation of all accounts.</summary>
public sealed class EvaluationRun
{
    /// <summary>Identifier, rising with time.</summary>
    public long Id { get; set; }

    /// <summary>When it ran.</summary>
    public DateTime At { get; set; }

    /// <summary>The day it speaks of.</summary>
    public DateOnly AsOf { get; set; }

    /// <summary>First day of the evaluated period.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day of the evaluated period.</summary>
    public DateOnly To { get; set; }

    /// <summary>Why it ran: <c>start</c>, <c>nightly</c>, <c>import</c>, <c>rules</c>, <c>rates</c> or <c>person</c>.</summary>
    public string Trigger { get; set; } = "";

    /// <summary>The rules it applied.</summary>
    public long TierRuleSetId { get; set; }

    /// <summary>The newest change of sales that it saw; together with <see cref="LedgerLines"/> it tells whether a new run would see more.</summary>
    public long LedgerChange { get; set; }

    /// <summary>Number of sales lines that it saw.</summary>
    public long LedgerLines { get; set; }

    /// <summary>The longest <see cref="Inputs"/>, in characters.</summary>
    public const int MaximumInputs = 200;

    /// <summary>
    /// Names what it judged by besides sales: rates, receivables, contacts, potential, influence. Another name tells that a new run would see
    /// something else.
    /// </summary>
    public string Inputs { get; set; } = "";

    /// <summary>Number of accounts with sales in the period.</summary>
    public int Accounts { get; set; }

    /// <summary>Number of accounts whose tier became better.</summary>
    public int Risen { get; set; }

    /// <summary>Number of accounts whose tier became worse.</summary>
    public int Fallen { get; set; }
}
