using Jingke.Domain.Accounts;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jingke.Web.Data.Configurations;

internal sealed class AccountGroupConfiguration : IEntityTypeConfiguration<AccountGroup>
{
    public void Configure(EntityTypeBuilder<AccountGroup> builder)
    {
        builder.Property(group => group.Name).HasMaxLength(AccountGroup.MaximumNameLength);
        builder.Property(group => group.Version).IsConcurrencyToken();
        builder.Ignore(group => group.IsFilter);
        // A group that goes leaves those within it at the top: nobody's members are lost with somebody else's group.
        builder.HasOne<AccountGroup>().WithMany().HasForeignKey(group => group.ParentId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<User>().WithMany().HasForeignKey(group => group.OwnerId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AccountGroupMemberConfiguration : IEntityTypeConfiguration<AccountGroupMember>
{
    public void Configure(EntityTypeBuilder<AccountGroupMember> builder)
    {
        builder.HasKey(member => new { member.GroupId, member.AccountId });
        builder.HasOne<AccountGroup>().WithMany().HasForeignKey(member => member.GroupId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(member => member.Account).WithMany().HasForeignKey(member => member.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SourceCostConfiguration : IEntityTypeConfiguration<SourceCost>
{
    public void Configure(EntityTypeBuilder<SourceCost> builder)
    {
        builder.HasKey(cost => new { cost.Source, cost.Year });
        builder.Property(cost => cost.Source).HasMaxLength(100);
        builder.Property(cost => cost.Version).IsConcurrencyToken();
    }
}
