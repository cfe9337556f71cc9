using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jingke.Web.Data.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(account => account.Name).HasMaxLength(Account.MaximumNameLength);
        builder.Property(account => account.NormalisedName).HasMaxLength(Account.MaximumNameLength * 2);
        builder.Property(account => account.Code).HasMaxLength(100);
        builder.Property(account => account.CreditCode).HasMaxLength(32);
        builder.Property(account => account.Version).IsConcurrencyToken();

        builder.HasIndex(account => account.Code);
        builder.HasIndex(account => account.NormalisedName);
        builder.HasIndex(account => account.CreditCode);
        // The list's default order, and the same below the filters people use most: filter columns first, then the order.
        builder.HasIndex(account => new { account.NetSales, account.Id });
        builder.HasIndex(account => new
        {
            account.OwnerId,
            account.NetSales,
            account.Id,
        });
        builder.HasIndex(account => new
        {
            account.TeamId,
            account.NetSales,
            account.Id,
        });
        builder.HasIndex(account => new
        {
            account.Tier,
            account.NetSales,
            account.Id,
        });
        builder.HasIndex(account => new
        {
            account.ProvinceCode,
            account.NetSales,
            account.Id,
        });
        builder.HasIndex(account => account.DeletedAt);
        builder.HasOne<User>().WithMany().HasForeignKey(account => account.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Team>().WithMany().HasForeignKey(account => account.TeamId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AccountMeasureConfiguration : IEntityTypeConfiguration<AccountMeasure>
{
    public void Configure(EntityTypeBuilder<AccountMeasure> builder)
    {
        builder.Property(measure => measure.Text).HasMaxLength(AccountMeasure.MaximumLength);
        builder.HasOne(measure => measure.Account).WithMany().HasForeignKey(measure => measure.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(measure => new { measure.AccountId, measure.Id });
    }
}
