using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Domain.Facts;
using Jingke.Domain.FollowUps;
using Jingke.Domain.KeyAccounts;
using Jingke.Web.Ledger.Opportunities;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>Everything that the file of an account shows.</summary>
/// <param name="Account">The account.</param>
/// <param name="MayChange">Whether the viewer may change it, as far as that hangs on the account.</param>
/// <param name="Facts">Accepted values that are not sensitive, the weightiest first.</param>
/// <param name="Wallet">What it buys of our kind in a year, ten-thousandths; null while that is unknown or not for the viewer.</param>
/// <param name="Figure">What the books say; null while they are being read, or without sales.</param>
/// <param name="Credit">Credit and operating state; null while sales are being read, or not for the viewer.</param>
/// <param name="Benchmark">Where it stands among accounts like it; null while that is being worked out.</param>
/// <param name="State">How far the file is.</param>
/// <param name="Policy">How its tier is looked after.</param>
/// <param name="Assessment">What its manager says; null for nothing yet.</param>
/// <param name="Years">Plans by year, the latest first.</param>
/// <param name="Measures">Open ones with the most urgent first, then those done.</param>
/// <param name="Reviews">Reviews, the latest first.</param>
/// <param name="Contacts">Its people, those with a role first.</param>
/// <param name="Risks">What the system sees, the gravest first.</param>
public sealed record KeyAccountFile(
    Account Account,
    bool MayChange,
    IReadOnlyList<(FieldDefinition Field, string Text)> Facts,
    long? Wallet,
    FigureOfFile? Figure,
    CreditOfFile? Credit,
    PeerBenchmark? Benchmark,
    FileState State,
    TierPolicy Policy,
    KeyAccountAssessment? Assessment,
    IReadOnlyList<PlanYear> Years,
    IReadOnlyList<ToDo> Measures,
    IReadOnlyList<KeyAccountReview> Reviews,
    IReadOnlyList<Contact> Contacts,
    IReadOnlyList<FileRisk> Risks
)
{
    /// <summary>Share of wallet 钱包份额: net sales of 12 months / what it buys of our kind in a year.</summary>
    public double? ShareOfWallet => Wallet is > 0 and var wallet && Figure is { } figure ? (double)figure.Figure.NetSales / wallet : null;
}
