using Jingke.Domain.Credit;
using Jingke.Domain.Facts;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jingke.Web.Data.Configurations;

internal sealed class ScoreItemConfiguration : IEntityTypeConfiguration<ScoreItem>
{
    public void Configure(EntityTypeBuilder<ScoreItem> builder)
    {
        builder.Property(item => item.Key).HasMaxLength(ScoreItem.MaximumName);
        builder.HasIndex(item => new { item.Card, item.Key }).IsUnique();
        builder.Property(item => item.NameHans).HasMaxLength(ScoreItem.MaximumName);
        builder.Property(item => item.NameHant).HasMaxLength(ScoreItem.MaximumName);
        builder.Property(item => item.NameEn).HasMaxLength(ScoreItem.MaximumName);
        builder.Property(item => item.FieldKey).HasMaxLength(FieldDefinition.MaximumKeyLength);
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Ignore(item => item.Names);
    }
}

internal sealed class CreditRuleSetConfiguration : IEntityTypeConfiguration<CreditRuleSet>
{
    public void Configure(EntityTypeBuilder<CreditRuleSet> builder) => builder.Property(set => set.Rules).HasMaxLength(2000);
}

internal sealed class CreditInvestigationConfiguration : IEntityTypeConfiguration<CreditInvestigation>
{
    public void Configure(EntityTypeBuilder<CreditInvestigation> builder)
    {
        builder.Property(each => each.Informant).HasMaxLength(CreditInvestigation.MaximumInformant);
        builder.Property(each => each.Summary).HasMaxLength(CreditInvestigation.MaximumSummary);
        builder.HasOne(each => each.Account).WithMany().HasForeignKey(each => each.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Attachment>().WithMany().HasForeignKey(each => each.AttachmentId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<User>().WithMany().HasForeignKey(each => each.ById).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(each => each.AttachmentId).HasFilter("attachment_id IS NOT NULL");
    }
}

internal sealed class CreditFindingConfiguration : IEntityTypeConfiguration<CreditFinding>
{
    public void Configure(EntityTypeBuilder<CreditFinding> builder)
    {
        builder.Property(each => each.Note).HasMaxLength(CreditFinding.MaximumNote);
        builder.HasOne(each => each.Account).WithMany().HasForeignKey(each => each.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne(each => each.Investigation)
            .WithMany(each => each.Findings)
            .HasForeignKey(each => each.InvestigationId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ScoreItem>().WithMany().HasForeignKey(each => each.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CreditDecisionConfiguration : IEntityTypeConfiguration<CreditDecision>
{
    public void Configure(EntityTypeBuilder<CreditDecision> builder)
    {
        builder.Property(each => each.Reason).HasMaxLength(CreditDecision.MaximumReason);
        builder.Property(each => each.Rating).HasMaxLength(8);
        builder.Ignore(each => each.IsAsProposed);
        builder.HasOne(each => each.Account).WithMany().HasForeignKey(each => each.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(each => each.ById).OnDelete(DeleteBehavior.SetNull);
    }
}
