using System.Text.Json;
using Jingke.Domain.Pools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jingke.Web.Data.Configurations;

internal sealed class PoolConfiguration : IEntityTypeConfiguration<Pool>
{
    private static readonly JsonSerializerOptions Json = new();

    public void Configure(EntityTypeBuilder<Pool> builder)
    {
        builder.Property(pool => pool.Name).HasMaxLength(Pool.MaximumName);
        builder.Property(pool => pool.Version).IsConcurrencyToken();
        builder.Ignore(pool => pool.Teams);
        builder
            .Property(pool => pool.Rules)
            .HasConversion(
                rules => JsonSerializer.Serialize(rules, Json),
                text => JsonSerializer.Deserialize<PoolRules>(text, Json) ?? new PoolRules()
            );
    }
}
