using Jingke.Analytics.Retention;
using Jingke.Domain.KeyAccounts;
using Jingke.Web.Common;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>A risk that the system sees.</summary>
/// <param name="Code">Its words are <c>Risk.</c> and the code.</param>
/// <param name="Figure">The figure in it, as text; empty for none.</param>
/// <param name="Href">The rows behind it.</param>
public sealed record FileRisk(string Code, string Figure, string Href);

/// <summary>What endangers an account, by plain rules over its figures and its file.</summary>
internal static class FileRisks
{
    /// <summary>Share of its net sales from which an account hangs on one product.</summary>
    public const double OneProduct = 0.7;

    /// <summary>With so few contacts, one who leaves takes the relation along.</summary>
    public const int FewContacts = 1;

    /// <summary>The risks, the gravest first.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="figure">What the books say; null while they are being read.</param>
    /// <param name="contacts">How many contacts are known.</param>
    /// <param name="state">How far the file is.</param>
    /// <param name="policy">How it is to be looked after.</param>
    /// <param name="lastContactOn">The latest contact.</param>
    /// <param name="today">Today.</param>
    public static IReadOnlyList<FileRisk> Of(
        long accountId,
        FigureOfFile? figure,
        int contacts,
        FileState state,
        TierPolicy policy,
        DateOnly? lastContactOn,
        DateOnly today
    )
    {
        var found = new List<FileRisk>();
        var account = $"/accounts/{accountId}";
        if (figure?.Churn is { State: ChurnState.Lost or ChurnState.AtRisk } churn)
            found.Add(
                new(churn.State == ChurnState.Lost ? "lost" : "at-risk", Format.Count(churn.Rhythm.SilenceDays), $"{account}?tab=orders")
            );
        if (figure?.Figure.YearOnYear.Change is <= FileUrgencies.Fall and var change)
            found.Add(new("falling", Format.Percent(-change), "#performance"));
        // Lines that name no product may be of any number of them.
        if (figure?.Products.FirstOrDefault(product => product.ProductId != 0) is { Share: >= OneProduct } product)
            found.Add(new("one-product", Format.Percent(product.Share, 0), "#products"));
        if (contacts <= FewContacts)
            found.Add(new(contacts == 0 ? "no-contact" : "single-contact", "", $"{account}?tab=contacts"));
        if (contacts > 0 && state.Missing.Contains(FilePart.Decider))
            found.Add(new("no-decider", "", $"{account}?tab=decision"));
        if (policy.ContactLate(lastContactOn, today) is { } late)
            found.Add(new(late == 0 ? "never-contacted" : "contact-late", Format.Count(late), $"{account}?tab=follow-ups"));
        if (policy.VisitLate(state.LastVisitOn, today) is { } visit)
            found.Add(new(visit == 0 ? "never-visited" : "visit-late", Format.Count(visit), $"{account}?tab=follow-ups"));
        return found;
    }
}
