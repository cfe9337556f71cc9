using Jingke.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jingke.Web.Data.Configurations;

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.Property(batch => batch.Version).IsConcurrencyToken();
        builder.HasIndex(batch => batch.State);
        builder.Property(batch => batch.FileHash).HasMaxLength(64);
    }
}

internal sealed class RememberedMappingConfiguration : IEntityTypeConfiguration<RememberedMapping>
{
    public void Configure(EntityTypeBuilder<RememberedMapping> builder) => builder.HasKey(mapping => mapping.Layout);
}

internal sealed class RejectedRowConfiguration : IEntityTypeConfiguration<RejectedRow>
{
    public void Configure(EntityTypeBuilder<RejectedRow> builder)
    {
        builder.HasKey(row => new { row.BatchId, row.Position });
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(row => row.BatchId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReplacedLineConfiguration : IEntityTypeConfiguration<ReplacedLine>
{
    public void Configure(EntityTypeBuilder<ReplacedLine> builder)
    {
        builder.HasKey(line => new { line.ReplacedByBatchId, line.Id });
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(line => line.ReplacedByBatchId).OnDelete(DeleteBehavior.Cascade);
        // Tells whether a later import changed what this one brought.
        builder.HasIndex(line => line.ChangedByBatchId);
    }
}

internal sealed class ImportedChangeConfiguration : IEntityTypeConfiguration<ImportedChange>
{
    public void Configure(EntityTypeBuilder<ImportedChange> builder)
    {
        builder.HasKey(change => new
        {
            change.BatchId,
            change.Subject,
            change.SubjectId,
        });
        builder.Property(change => change.Subject).HasMaxLength(32);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(change => change.BatchId).OnDelete(DeleteBehavior.Cascade);
    }
}
