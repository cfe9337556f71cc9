using Jingke.Domain.Accounts;

namespace Jingke.Domain.Credit;

/// <summary>
/// A credit investigation 信用调查: somebody asked about an account, on a day, and graded what they found. It is never changed: who finds
/// out more writes another one.
/// </summary>
public sealed class CreditInvestigation : IOfAccount
{
    /// <summary>The longest summary, in characters.</summary>
    public const int MaximumSummary = 4000;

    /// <summary>The longest name of who was asked, in characters.</summary>
    public const int MaximumInformant = 100;

    private readonly List<CreditFinding> findings = [];

    private CreditInvestigation() { }

    /// <summary>Writes down an investigation without findings yet.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="card">The scorecard it speaks of.</param>
    /// <param name="source">Whom it asked.</param>
    /// <param name="on">The day for which it is true.</param>
    /// <param name="informant">Who answered; may be empty.</param>
    /// <param name="summary">What came of it in words; may be empty when something is graded.</param>
    /// <param name="at">When it is written down.</param>
    /// <param name="byId">Who writes it down.</param>
    /// <exception cref="RuleException"><c>investigation.too-long</c></exception>
    public CreditInvestigation(
        long accountId,
        ScorecardKind card,
        InvestigationSource source,
        DateOnly on,
        string? informant,
        string? summary,
        DateTime at,
        Guid? byId
    )
    {
        (AccountId, Card, Source, On, At, ById) = (accountId, card, source, on, at, byId);
        (Informant, Summary) = (informant?.Trim() ?? "", summary?.Trim() ?? "");
        if (Informant.Length > MaximumInformant || Summary.Length > MaximumSummary)
            throw new RuleException("investigation.too-long", MaximumSummary);
    }

    /// <summary>Identifier, rising with time.</summary>
    public long Id { get; private set; }

    /// <inheritdoc/>
    public long AccountId { get; private set; }

    /// <inheritdoc/>
    public Account? Account { get; private set; }

    /// <summary>The scorecard it speaks of.</summary>
    public ScorecardKind Card { get; private set; }

    /// <summary>Whom it asked.</summary>
    public InvestigationSource Source { get; private set; }

    /// <summary>The day for which it is true.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Who answered; may be empty.</summary>
    public string Informant { get; private set; } = "";

    /// <summary>What came of it in words; may be empty.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>A file of the account that belongs to it; null for none.</summary>
    public long? AttachmentId { get; private set; }

    /// <summary>When it was written down.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who wrote it down; null for the system.</summary>
    public Guid? ById { get; private set; }

    /// <summary>What it found, item by item.</summary>
    public IReadOnlyList<CreditFinding> Findings => findings;

    /// <summary>Names the document.</summary>
    public void Attach(long attachmentId) => AttachmentId = attachmentId;

    /// <summary>Adds what it found of an item.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="grade">1 (worst) to <see cref="ScoreItem.Grades"/> (best).</param>
    /// <param name="note">Why; may be empty.</param>
    /// <exception cref="RuleException"><c>investigation.grade-outside</c>, <c>investigation.item-twice</c>, <c>investigation.note-too-long</c></exception>
    public void Find(long itemId, int grade, string? note)
    {
        if (grade is < 1 or > ScoreItem.Grades)
            throw new RuleException("investigation.grade-outside", ScoreItem.Grades);
        if (findings.Exists(each => each.ItemId == itemId))
            throw new RuleException("investigation.item-twice");
        if (note?.Trim().Length > CreditFinding.MaximumNote)
            throw new RuleException("investigation.note-too-long", CreditFinding.MaximumNote);

        findings.Add(new CreditFinding(AccountId, itemId, grade, note?.Trim() ?? "", On));
    }
}
