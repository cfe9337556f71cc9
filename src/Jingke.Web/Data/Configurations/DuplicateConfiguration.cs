using Jingke.Domain.Accounts;
using Jingke.Domain.Duplicates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jingke.Web.Data.Configurations;

internal sealed class MatchKeyConfiguration : IEntityTypeConfiguration<MatchKey>
{
    public void Configure(EntityTypeBuilder<MatchKey> builder)
    {
        // Key first: a look-up reads the accounts of a key from the index alone.
        builder.HasKey(key => new { key.Key, key.AccountId });
        builder.HasOne<Account>().WithMany().HasForeignKey(key => key.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(key => key.AccountId);
    }
}

internal sealed class DuplicatePairConfiguration : IEntityTypeConfiguration<DuplicatePair>
{
    public void Configure(EntityTypeBuilder<DuplicatePair> builder)
    {
        builder.HasIndex(pair => new { pair.LeftId, pair.RightId }).IsUnique();
        builder.HasIndex(pair => pair.RightId);
        builder.HasIndex(pair => new
        {
            pair.State,
            pair.Score,
            pair.Id,
            pair.Verdict,
        });
        builder.HasOne<Account>().WithMany().HasForeignKey(pair => pair.LeftId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(pair => pair.RightId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DuplicateRuleConfiguration : IEntityTypeConfiguration<DuplicateRule>
{
    public void Configure(EntityTypeBuilder<DuplicateRule> builder)
    {
        builder.HasKey(rule => rule.Mark);
        builder.Property(rule => rule.Version).IsConcurrencyToken();
    }
}

internal sealed class AccountMergingConfiguration : IEntityTypeConfiguration<AccountMerging>
{
    public void Configure(EntityTypeBuilder<AccountMerging> builder)
    {
        // No keys to the accounts: the record stays when an account is removed for good.
        builder.HasIndex(merging => merging.IntoId);
        builder.HasIndex(merging => merging.FromId);
    }
}

internal sealed class MergedRowConfiguration : IEntityTypeConfiguration<MergedRow>
{
    public void Configure(EntityTypeBuilder<MergedRow> builder)
    {
        builder.HasKey(row => new
        {
            row.MergingId,
            row.Place,
            row.RowKey,
        });
        builder.Property(row => row.Place).HasMaxLength(100);
        builder.Property(row => row.RowKey).HasMaxLength(200);
        builder.HasOne<AccountMerging>().WithMany().HasForeignKey(row => row.MergingId).OnDelete(DeleteBehavior.Cascade);
    }
}
