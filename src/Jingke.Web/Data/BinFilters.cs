using Jingke.Domain.Accounts;
using Jingke.Domain.Audit;
using Jingke.Domain.Churn;
using Jingke.Domain.Contacts;
using Jingke.Domain.Credit;
using Jingke.Domain.Facts;
using Jingke.Domain.FollowUps;
using Jingke.Domain.KeyAccounts;
using Jingke.Domain.Receivables;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data;

/// <summary>Hides what lies in the recycle bin, and what belongs to an account that lies there.</summary>
internal static class BinFilters
{
    private const string Bin = JingkeDbContext.BinFilter;

    /// <summary>Puts the filter on every such entity.</summary>
    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<Account>().HasQueryFilter(Bin, account => account.DeletedAt == null);
        builder.Entity<Contact>().HasQueryFilter(Bin, contact => contact.DeletedAt == null && contact.Account!.DeletedAt == null);
        builder
            .Entity<ContactRelation>()
            .HasQueryFilter(
                Bin,
                relation =>
                    relation.DeletedAt == null
                    && relation.From!.DeletedAt == null
                    && relation.To!.DeletedAt == null
                    && relation.Account!.DeletedAt == null
            );
        HideDeleted<Competitor>();
        HideDeleted<JointPurchase>();
        Hide<Fact>();
        Hide<Attachment>();
        Hide<FollowUp>();
        Hide<ToDo>();
        Hide<LossReview>();
        Hide<Receivable>();
        Hide<Receipt>();
        Hide<CreditInvestigation>();
        Hide<CreditFinding>();
        Hide<CreditDecision>();
        Hide<KeyAccountAssessment>();
        Hide<KeyAccountPlan>();
        Hide<KeyAccountReview>();

        void Hide<T>()
            where T : class, IOfAccount => builder.Entity<T>().HasQueryFilter(Bin, part => part.Account!.DeletedAt == null);

        void HideDeleted<T>()
            where T : class, IOfAccount, IRecyclable =>
            builder.Entity<T>().HasQueryFilter(Bin, part => part.DeletedAt == null && part.Account!.DeletedAt == null);
    }
}
