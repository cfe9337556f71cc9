using Jingke.Domain.Imports;
using Jingke.Domain.Profit;
using Jingke.Domain.Receivables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jingke.Web.Data.Configurations;

internal sealed class ReceivableConfiguration : IEntityTypeConfiguration<Receivable>
{
    public void Configure(EntityTypeBuilder<Receivable> builder)
    {
        builder.Property(receivable => receivable.InvoiceNo).HasMaxLength(Receivable.MaximumNumber);
        builder
            .HasOne(receivable => receivable.Account)
            .WithMany()
            .HasForeignKey(receivable => receivable.AccountId)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasMany(receivable => receivable.Receipts)
            .WithOne(receipt => receipt.Receivable)
            .HasForeignKey(receipt => receipt.ReceivableId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(receivable => receivable.CreatedByBatchId).OnDelete(DeleteBehavior.SetNull);
        // Not unique: accounts that are merged may each have an invoice of the same number.
        builder.HasIndex(receivable => new { receivable.AccountId, receivable.InvoiceNo });
    }
}

internal sealed class ReceiptConfiguration : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.HasOne(receipt => receipt.Account).WithMany().HasForeignKey(receipt => receipt.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(receipt => receipt.CreatedByBatchId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class ServiceRateSetConfiguration : IEntityTypeConfiguration<ServiceRateSet>
{
    public void Configure(EntityTypeBuilder<ServiceRateSet> builder) => builder.Property(set => set.Rates).HasMaxLength(2000);
}
