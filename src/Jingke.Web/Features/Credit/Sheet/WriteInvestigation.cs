using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.Credit;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Credit.Sheet;

/// <summary>Writes down an investigation with what it found. Nothing of earlier ones is changed.</summary>
internal sealed class WriteInvestigation(JingkeDbContext db, Clock clock, TimeProvider time)
{
    /// <summary>What a person fills in, but for the grades.</summary>
    public sealed class Input
    {
        /// <summary>Whom they asked.</summary>
        [Required(ErrorMessage = "required")]
        public InvestigationSource? Source { get; set; }

        /// <summary>The day.</summary>
        [Required(ErrorMessage = "required")]
        public DateOnly? On { get; set; }

        /// <summary>Who answered.</summary>
        [MaxLength(CreditInvestigation.MaximumInformant, ErrorMessage = "too-long:100")]
        public string? Informant { get; set; }

        /// <summary>What came of it.</summary>
        [MaxLength(CreditInvestigation.MaximumSummary, ErrorMessage = "too-long:4000")]
        public string? Summary { get; set; }

        /// <summary>A file of the account.</summary>
        public long? AttachmentId { get; set; }
    }

    /// <summary>A grade of an item.</summary>
    /// <param name="ItemId">The item.</param>
    /// <param name="Grade">1 (worst) to 5 (best).</param>
    /// <param name="Note">Why.</param>
    public sealed record Graded(long ItemId, int Grade, string? Note);

    /// <summary>Writes it.</summary>
    /// <returns>The account's name.</returns>
    /// <exception cref="NotFoundException">There is no such account, file or item.</exception>
    /// <exception cref="RuleException">
    /// <c>account.only-shown</c>; <c>investigation.empty</c>: neither a grade nor a word; <c>investigation.future</c>; those of
    /// <see cref="CreditInvestigation"/>.
    /// </exception>
    public async Task<string> RunAsync(
        long accountId,
        ScorecardKind card,
        Input input,
        IReadOnlyList<Graded> graded,
        CancellationToken cancel
    )
    {
        var account =
            await db.Accounts.SingleOrDefaultAsync(each => each.Id == accountId, cancel)
            ?? throw new NotFoundException(nameof(Domain.Accounts.Account), accountId);
        if (!db.Viewer.MayInvestigate(account))
            throw new RuleException("account.only-shown", account.Name);
        if (input.On > clock.Today)
            throw new RuleException("investigation.future");
        if (graded.Count == 0 && string.IsNullOrWhiteSpace(input.Summary))
            throw new RuleException("investigation.empty");

        var investigation = new CreditInvestigation(
            accountId,
            card,
            input.Source!.Value,
            input.On!.Value,
            input.Informant,
            input.Summary,
            time.GetUtcNow().UtcDateTime,
            db.Viewer.UserId
        );
        var items = (await db.ScoreItems.Where(item => item.Card == card).Select(item => item.Id).ToListAsync(cancel)).ToHashSet();
        foreach (var each in graded)
        {
            if (!items.Contains(each.ItemId))
                throw new NotFoundException(nameof(ScoreItem), each.ItemId);
            investigation.Find(each.ItemId, each.Grade, each.Note);
        }
        if (input.AttachmentId is { } file)
        {
            if (!await db.Attachments.AnyAsync(each => each.Id == file && each.AccountId == accountId, cancel))
                throw new NotFoundException(nameof(Domain.Facts.Attachment), file);
            investigation.Attach(file);
        }
        db.Add(investigation);
        await db.SaveChangesAsync(cancel);
        return account.Name;
    }
}
