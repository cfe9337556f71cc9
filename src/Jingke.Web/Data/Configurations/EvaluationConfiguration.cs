using Jingke.Domain.Evaluations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jingke.Web.Data.Configurations;

internal sealed class EvaluationConfiguration : IEntityTypeConfiguration<Evaluation>
{
    public void Configure(EntityTypeBuilder<Evaluation> builder)
    {
        builder.HasKey(verdict => new { verdict.AccountId, verdict.RunId });
        builder.HasOne(verdict => verdict.Account).WithMany().HasForeignKey(verdict => verdict.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<EvaluationRun>().WithMany().HasForeignKey(verdict => verdict.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class EvaluationRunConfiguration : IEntityTypeConfiguration<EvaluationRun>
{
    public void Configure(EntityTypeBuilder<EvaluationRun> builder) =>
        builder.Property(run => run.Inputs).HasMaxLength(EvaluationRun.MaximumInputs).HasDefaultValue("");
}

internal sealed class TierChangeConfiguration : IEntityTypeConfiguration<TierChange>
{
    public void Configure(EntityTypeBuilder<TierChange> builder)
    {
        builder.HasOne(change => change.Account).WithMany().HasForeignKey(change => change.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(change => change.On);
    }
}
