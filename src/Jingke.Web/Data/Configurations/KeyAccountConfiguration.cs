using Jingke.Domain.KeyAccounts;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jingke.Web.Data.Configurations;

internal sealed class KeyAccountAssessmentConfiguration : IEntityTypeConfiguration<KeyAccountAssessment>
{
    public void Configure(EntityTypeBuilder<KeyAccountAssessment> builder)
    {
        builder.Property(each => each.Influence).HasMaxLength(KeyAccountAssessment.MaximumLength);
        builder.Property(each => each.Risks).HasMaxLength(KeyAccountAssessment.MaximumLength);
        builder.Property(each => each.Deviation).HasMaxLength(KeyAccountAssessment.MaximumLength);
        builder.HasOne(each => each.Account).WithMany().HasForeignKey(each => each.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(each => each.ById).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(each => new { each.AccountId, each.Id });
    }
}

internal sealed class KeyAccountPlanConfiguration : IEntityTypeConfiguration<KeyAccountPlan>
{
    public void Configure(EntityTypeBuilder<KeyAccountPlan> builder)
    {
        builder.Property(plan => plan.Aims).HasMaxLength(KeyAccountPlan.MaximumLength);
        builder.Property(plan => plan.Strategy).HasMaxLength(KeyAccountPlan.MaximumLength);
        builder.HasOne(plan => plan.Account).WithMany().HasForeignKey(plan => plan.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(plan => plan.ById).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(plan => new
        {
            plan.AccountId,
            plan.Year,
            plan.Id,
        });
    }
}

internal sealed class KeyAccountReviewConfiguration : IEntityTypeConfiguration<KeyAccountReview>
{
    public void Configure(EntityTypeBuilder<KeyAccountReview> builder)
    {
        builder.Property(review => review.Conclusion).HasMaxLength(KeyAccountReview.MaximumLength);
        builder.HasOne(review => review.Account).WithMany().HasForeignKey(review => review.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(review => review.ById).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(review => new { review.AccountId, review.Id });
        // Which files of a quarter are done.
        builder.HasIndex(review => review.On);
    }
}

internal sealed class ContactPolicySetConfiguration : IEntityTypeConfiguration<ContactPolicySet>
{
    public void Configure(EntityTypeBuilder<ContactPolicySet> builder) =>
        builder.Property(set => set.Policies).HasMaxLength(ContactPolicySet.MaximumLength);
}
