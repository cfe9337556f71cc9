using Jingke.Analytics.Ledger;
using Jingke.Web.Ledger.Evaluation;
using Jingke.Web.Ledger.Findings;

namespace Jingke.Web.Ledger.Opportunities;

/// <summary>Who resembles the key accounts; without findings where nothing can be compared.</summary>
/// <param name="Ledger">The ledger whose indexes it speaks in.</param>
/// <param name="Found">The findings; null where there is no key account, nobody else, or nothing to compare by.</param>
public sealed record Likeness(SalesLedger Ledger, LikenessFindings? Found) : ILedgerFindings;

/// <summary>Keeps who resembles the key accounts.</summary>
internal sealed class LikenessBook(
    Analyses analyses,
    TierRulesInForce rules,
    RatingsBook ratings,
    LikenessColumns columns,
    ILogger<LikenessBook> log
) : FindingsBook<Likeness>(analyses, log)
{
    /// <inheritdoc/>
    public override TimeSpan Rest => TimeSpan.FromMinutes(1);

    protected override async Task<string> RulesAsync(LedgerView view, CancellationToken cancel) =>
        $"{(await rules.RunAsync(cancel)).Id}-{await ratings.KeyAsync(view, cancel)}";

    // A change of names, owners or teams changes nobody's likeness.
    protected override Likeness? Adapt(Likeness before, LedgerView view) =>
        HasAttributesOf(before.Ledger, view.Ledger) ? new(view.Ledger, before.Found?.For(view.Ledger)) : null;

    protected override Likeness Carry(Likeness before, LedgerView view) => new(view.Ledger, before.Found?.For(view.Ledger));

    protected override async Task<Likeness> MakeAsync(LedgerView view, Likeness? before)
    {
        var known = await columns.RunAsync(view.Ledger, CancellationToken.None);
        var (inForce, rated) = (await rules.RunAsync(CancellationToken.None), await ratings.RunAsync(view, CancellationToken.None));
        return new(view.Ledger, LikenessFindings.Of(view, inForce.Rules, rated.Values, known));
    }

    private static bool HasAttributesOf(SalesLedger one, SalesLedger other) =>
        one.Accounts.Places.AsSpan().SequenceEqual(other.Accounts.Places)
        && one.Places.Count == other.Places.Count
        && AreSame(one.Accounts.Industry, other.Accounts.Industry)
        && AreSame(one.Accounts.Size, other.Accounts.Size)
        && AreSame(one.Accounts.Ownership, other.Accounts.Ownership)
        && AreSame(one.Accounts.Kind, other.Accounts.Kind)
        && AreSame(one.Accounts.Source, other.Accounts.Source);

    private static bool AreSame(CodedColumn one, CodedColumn other) =>
        one.Codes.AsSpan().SequenceEqual(other.Codes) && one.Names.AsSpan().SequenceEqual(other.Names);
}
