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
        builder.Property(account => account.NameOrder).HasMaxLength(60).HasDefaultValue("");
        builder.Property(account => account.Code).HasMaxLength(100);
        builder.Property(account => account.CreditCode).HasMaxLength(32);
        builder.Property(account => account.Version).IsConcurrencyToken();

        builder.HasIndex(account => account.Code);
        builder.HasIndex(account => account.NormalisedName);
        builder.HasIndex(account => account.CreditCode);
        // The list's default order, and the same below the filters people use most: filter column first, then the order. What follows
        // lets the database decide scope and filters inside the index, without fetching the row; fetching is what costs.
        builder.HasIndex(
            [
                nameof(Account.NetSales),
                nameof(Account.Id),
                nameof(Account.DeletedAt),
                nameof(Account.OwnerId),
                nameof(Account.TeamId),
                nameof(Account.Tier),
                nameof(Account.ProvinceCode),
            ],
            "ix_account_net_sales"
        );
        foreach (
            var lead in (string[])[nameof(Account.OwnerId), nameof(Account.TeamId), nameof(Account.Tier), nameof(Account.ProvinceCode)]
        )
        {
            string[] decided = [nameof(Account.OwnerId), nameof(Account.TeamId), nameof(Account.Tier), nameof(Account.ProvinceCode)];
            builder.HasIndex(
                [lead, nameof(Account.NetSales), nameof(Account.Id), nameof(Account.DeletedAt), .. decided.Where(column => column != lead)],
                $"ix_account_{SnakeCaseNames.Of(lead)}"
            );
        }
        builder.HasIndex(account => new { account.NameOrder, account.Id });
        // Only what lies in the bin: an index in which nearly every row has the same value misleads the planner.
        builder.HasIndex(account => account.DeletedAt).HasFilter("deleted_at IS NOT NULL");
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
