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
        builder.HasKey(row => new { row.BatchId, row.Row });
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(row => row.BatchId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReplacedLineConfiguration : IEntityTypeConfiguration<ReplacedLine>
{
    public void Configure(EntityTypeBuilder<ReplacedLine> builder)
    {
        builder.HasKey(line => new { line.BatchId, line.LineId });
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(line => line.BatchId).OnDelete(DeleteBehavior.Cascade);
    }
}
