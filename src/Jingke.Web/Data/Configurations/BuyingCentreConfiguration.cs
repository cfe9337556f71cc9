using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jingke.Web.Data.Configurations;

internal sealed class ContactRelationConfiguration : IEntityTypeConfiguration<ContactRelation>
{
    public void Configure(EntityTypeBuilder<ContactRelation> builder)
    {
        builder.Property(relation => relation.Note).HasMaxLength(ContactRelation.MaximumNoteLength);
        builder
            .HasOne(relation => relation.Account)
            .WithMany()
            .HasForeignKey(relation => relation.AccountId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(relation => relation.From).WithMany().HasForeignKey(relation => relation.FromId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(relation => relation.To).WithMany().HasForeignKey(relation => relation.ToId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasIndex(relation => new
            {
                relation.FromId,
                relation.ToId,
                relation.Kind,
            })
            .IsUnique()
            .HasFilter("deleted_at IS NULL");
    }
}

internal sealed class CompetitorConfiguration : IEntityTypeConfiguration<Competitor>
{
    public void Configure(EntityTypeBuilder<Competitor> builder)
    {
        builder.Property(competitor => competitor.Name).HasMaxLength(Competitor.MaximumNameLength);
        builder.Property(competitor => competitor.Version).IsConcurrencyToken();
        builder
            .HasOne(competitor => competitor.Account)
            .WithMany()
            .HasForeignKey(competitor => competitor.AccountId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class JointPurchaseConfiguration : IEntityTypeConfiguration<JointPurchase>
{
    public void Configure(EntityTypeBuilder<JointPurchase> builder)
    {
        builder.Property(purchase => purchase.What).HasMaxLength(JointPurchase.MaximumLength);
        builder
            .HasOne(purchase => purchase.Account)
            .WithMany()
            .HasForeignKey(purchase => purchase.AccountId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(purchase => purchase.Members).WithOne().HasForeignKey(member => member.PurchaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(purchase => new { purchase.AccountId, purchase.On });
    }
}

internal sealed class JointPurchaseMemberConfiguration : IEntityTypeConfiguration<JointPurchaseMember>
{
    public void Configure(EntityTypeBuilder<JointPurchaseMember> builder)
    {
        builder.HasKey(member => new { member.PurchaseId, member.ContactId });
        builder.HasOne(member => member.Contact).WithMany().HasForeignKey(member => member.ContactId).OnDelete(DeleteBehavior.Cascade);
    }
}
