using Jingke.Analytics.Retention;
using Jingke.Domain.Accounts;
using Jingke.Domain.KeyAccounts;
using Jingke.Web.Common;
using Jingke.Web.Common.Reasons;
using Jingke.Web.Ledger.Credit;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>A risk that the system sees.</summary>
/// <param name="Code">Its words are <c>Risk.</c> and the code, unless it brings its own.</param>
/// <param name="Figure">The figure in it, as text; empty for none.</param>
/// <param name="Href">The rows behind it.</param>
/// <param name="Words">Its words where other pages say the same; null for our own.</param>
public sealed record FileRisk(string Code, string Figure, string Href, string? Words = null);

/// <summary>What endangers an account, by plain rules over its figures and its file.</summary>
internal static class FileRisks
{
    /// <summary>Share of its net sales from which an account hangs on one product.</summary>
    public const double OneProduct = 0.7;

    /// <summary>With so few contacts, one who leaves takes the relation along.</summary>
    public const int FewContacts = 1;

    /// <summary>The risks, the gravest first.</summary>
    /// <param name="account">The account.</param>
    /// <param name="figure">What the books say; null while they are being read.</param>
    /// <param name="credit">Where its credit stands; null while the books are being read, or not for the viewer.</param>
    /// <param name="contacts">How many contacts are known.</param>
    /// <param name="state">How far the file is.</param>
    /// <param name="policy">How it is to be looked after.</param>
    /// <param name="today">Today.</param>
    /// <param name="currency">The unit of amounts.</param>
    public static IReadOnlyList<FileRisk> Of(
        Account account,
        FigureOfFile? figure,
        CreditStanding? credit,
        int contacts,
        FileState state,
        TierPolicy policy,
        DateOnly today,
        string currency
    )
    {
        var found = new List<FileRisk>();
        var page = $"/accounts/{account.Id}";
        if (figure?.Churn is { State: ChurnState.Lost or ChurnState.AtRisk } churn)
            found.Add(
                new(churn.State == ChurnState.Lost ? "lost" : "at-risk", Format.Count(churn.Rhythm.SilenceDays), $"{page}?tab=orders")
            );
        if (figure?.Figure.YearOnYear.Change is <= FileUrgencies.Fall and var change)
            found.Add(new("falling", Format.Percent(-change), "#performance"));
        if (credit is not null)
            found.AddRange(OfCredit(credit, page, currency));
        // Lines that name no product may be of any number of them.
        if (figure?.Products.FirstOrDefault(product => product.ProductId != 0) is { Share: >= OneProduct } product)
            found.Add(new("one-product", Format.Percent(product.Share, 0), "#products"));
        if (contacts <= FewContacts)
            found.Add(new(contacts == 0 ? "no-contact" : "single-contact", "", $"{page}?tab=contacts"));
        if (contacts > 0 && state.Missing.Contains(FilePart.Decider))
            found.Add(new("no-decider", "", $"{page}?tab=decision"));
        if (policy.ContactLate(account.LastContactOn, today) is { } late)
            found.Add(new(late == 0 ? "never-contacted" : "contact-late", Format.Count(late), $"{page}?tab=follow-ups"));
        if (policy.VisitLate(state.LastVisitOn, today) is { } visit)
            found.Add(new(visit == 0 ? "never-visited" : "visit-late", Format.Count(visit), $"{page}?tab=follow-ups"));
        return found;
    }

    // That nobody decided yet, or that something is out of date, is work left undone and no risk.
    private static IEnumerable<FileRisk> OfCredit(CreditStanding credit, string page, string currency)
    {
        if (credit is { Exposure: { } owed } && credit.Alerts.HasFlag(CreditAlerts.OverLimit))
            yield return new(
                "over-limit",
                Format.MoneyShort(owed.Open),
                $"{page}/credit",
                CreditWords.Of(credit, CreditAlerts.OverLimit, currency)
            );
        if (credit.Alerts.HasFlag(CreditAlerts.RatingFell))
            yield return new(
                "rating-fell",
                credit.Rating ?? "",
                $"{page}/credit",
                CreditWords.Of(credit, CreditAlerts.RatingFell, currency)
            );
        if (credit.Exposure is { Overdue: > 0 } late)
            yield return new(
                "receivables-overdue",
                Format.MoneyShort(late.Overdue),
                $"{page}?tab=receivables",
                CreditWords.Overdue(late, currency)
            );
        if (credit.Operating is { } operating && operating == CreditRules.Names[^1])
            yield return new("operating-poor", operating, $"{page}/credit?card=operating");
    }
}
