using Jingke.Domain.Churn;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jingke.Web.Data.Configurations;

internal sealed class LossCauseConfiguration : IEntityTypeConfiguration<LossCause>
{
    public void Configure(EntityTypeBuilder<LossCause> builder)
    {
        builder.Property(cause => cause.Key).HasMaxLength(LossCause.MaximumName);
        builder.HasIndex(cause => cause.Key).IsUnique();
        builder.Property(cause => cause.NameHans).HasMaxLength(LossCause.MaximumName);
        builder.Property(cause => cause.NameHant).HasMaxLength(LossCause.MaximumName);
        builder.Property(cause => cause.NameEn).HasMaxLength(LossCause.MaximumName);
        builder.Property(cause => cause.Version).IsConcurrencyToken();
        builder.Ignore(cause => cause.Names);
    }
}

internal sealed class LossReviewConfiguration : IEntityTypeConfiguration<LossReview>
{
    public void Configure(EntityTypeBuilder<LossReview> builder)
    {
        builder.Property(review => review.Story).HasMaxLength(LossReview.MaximumLength);
        builder.Property(review => review.Lesson).HasMaxLength(LossReview.MaximumLength);
        builder.Property(review => review.Version).IsConcurrencyToken();
        builder.HasOne(review => review.Account).WithMany().HasForeignKey(review => review.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(review => review.Cause).WithMany().HasForeignKey(review => review.CauseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(review => review.ById).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(review => new { review.AccountId, review.LastOrderOn });
    }
}

internal sealed class ChurnRuleSetConfiguration : IEntityTypeConfiguration<ChurnRuleSet>
{
    public void Configure(EntityTypeBuilder<ChurnRuleSet> builder) => builder.Property(set => set.Rules).HasMaxLength(2000);
}
