using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Domain.Pools;
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

        builder.Property(account => account.LockReason).HasMaxLength(Account.MaximumReason);

        // Only accounts that have one: where few do, an index in which nearly every row has none misleads the planner into walking all.
        builder.HasIndex(account => account.Code).HasFilter("code IS NOT NULL");
        builder.HasIndex(account => account.NormalisedName);
        builder.HasIndex(account => account.CreditCode).HasFilter("credit_code IS NOT NULL");
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
        builder.HasOne<Account>().WithMany().HasForeignKey(account => account.ParentId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(account => account.ParentId).HasFilter("parent_id IS NOT NULL");
        builder.HasIndex(account => account.MergedIntoId).HasFilter("merged_into_id IS NOT NULL");
        builder.HasOne<Account>().WithMany().HasForeignKey(account => account.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(account => account.IsPooled);
        builder.HasOne<Pool>().WithMany().HasForeignKey(account => account.PoolId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(account => account.PoolId).HasFilter("pool_id IS NOT NULL");
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

internal sealed class AccountShareConfiguration : IEntityTypeConfiguration<AccountShare>
{
    public void Configure(EntityTypeBuilder<AccountShare> builder)
    {
        builder.HasKey(share => new { share.AccountId, share.UserId });
        builder.HasOne(share => share.Account).WithMany().HasForeignKey(share => share.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(share => share.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OwnerMoveConfiguration : IEntityTypeConfiguration<OwnerMove>
{
    public void Configure(EntityTypeBuilder<OwnerMove> builder)
    {
        builder.Property(move => move.Reason).HasMaxLength(500);
        builder
            .HasOne(move => move.Account)
            .WithMany(account => account.Moves)
            .HasForeignKey(move => move.AccountId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(move => new { move.AccountId, move.Id });
        // How many somebody claimed today.
        builder.HasIndex(move => new { move.ToId, move.At }).HasFilter("kind = 'Claimed'");
    }
}

internal sealed class BulkActConfiguration : IEntityTypeConfiguration<BulkAct>
{
    public void Configure(EntityTypeBuilder<BulkAct> builder)
    {
        builder.Property(act => act.Detail).HasMaxLength(100);
        builder.HasOne<User>().WithMany().HasForeignKey(act => act.ById).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class BulkActRowConfiguration : IEntityTypeConfiguration<BulkActRow>
{
    public void Configure(EntityTypeBuilder<BulkActRow> builder)
    {
        builder.HasKey(row => new { row.ActId, row.AccountId });
        builder.HasOne<BulkAct>().WithMany().HasForeignKey(row => row.ActId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(row => row.Account).WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
