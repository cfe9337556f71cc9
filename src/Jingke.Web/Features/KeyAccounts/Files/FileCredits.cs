using Jingke.Domain.Access;
using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger;
using Jingke.Web.Ledger.Credit;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>A scorecard of one account, in short.</summary>
/// <param name="Rating">Its rating; null when too little is known for one.</param>
/// <param name="Score">Its score, 0 to 100; null when nothing is known.</param>
/// <param name="On">The latest day of which anybody said something; null where only our own books speak.</param>
/// <param name="Stale">How many items are out of date.</param>
public sealed record CardOfFile(string? Rating, double? Score, DateOnly? On, int Stale)
{
    /// <summary>Whether anybody looked into it, or our own books say enough.</summary>
    public bool IsAssessed => On is not null || Rating is not null;

    internal static CardOfFile Of(CardSheet card) => new(card.Grade, card.Rating?.Score, card.LookedOn, card.Stale);
}

/// <summary>Credit and operating state of one account, in short.</summary>
/// <param name="Standing">Where its credit stands.</param>
/// <param name="Credit">The scorecard of credit.</param>
/// <param name="Operating">The scorecard of its operating state.</param>
/// <param name="DecidedOn">When a limit was decided on last; null when nobody did.</param>
/// <param name="MayInvestigate">Whether the viewer may write down what they found out.</param>
public sealed record CreditOfFile(
    CreditStanding Standing,
    CardOfFile Credit,
    CardOfFile Operating,
    DateOnly? DecidedOn,
    bool MayInvestigate
)
{
    /// <summary>Whether its credit was looked into or decided on.</summary>
    public bool IsAssessed => Credit.IsAssessed || Standing.Granted is not null;
}

/// <summary>Asks where credit and operating state of an account stand: by the same rating as on its credit page.</summary>
internal sealed class FileCredits(JingkeDbContext db, LedgerStore store, CreditRulesInForce inForce, ReadCredit read, Clock clock)
{
    /// <summary>Where they stand; null while sales are being read, and for who may not see the credit page.</summary>
    /// <param name="account">An account that the viewer sees.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<CreditOfFile?> RunAsync(Account account, CancellationToken cancel)
    {
        if (store.Current is null || !db.Viewer.May(Permission.SeeAccounts))
            return null;

        var force = await inForce.RunAsync(cancel);
        var sheet = await read.OneAsync(db, force, account.Id, cancel);
        return new(
            CreditStanding.Of(force.Rules, sheet),
            CardOfFile.Of(sheet.Credit),
            CardOfFile.Of(sheet.Operating),
            sheet.Granted is { } granted ? DateOnly.FromDateTime(clock.ToLocal(granted.At)) : null,
            db.Viewer.MayInvestigate(account)
        );
    }
}
