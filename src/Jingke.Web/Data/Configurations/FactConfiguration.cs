using System.Text.Json;
using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jingke.Web.Data.Configurations;

internal sealed class FieldDefinitionConfiguration : IEntityTypeConfiguration<FieldDefinition>
{
    public void Configure(EntityTypeBuilder<FieldDefinition> builder)
    {
        builder.Property(field => field.Key).HasMaxLength(FieldDefinition.MaximumKeyLength);
        builder.HasIndex(field => field.Key).IsUnique();
        builder.Property(field => field.Version).IsConcurrencyToken();
        builder.Ignore(field => field.Names);
        builder
            .Property(field => field.Choices)
            .HasConversion(
                choices => JsonSerializer.Serialize(choices, Json),
                text => JsonSerializer.Deserialize<List<FieldChoice>>(text, Json)!,
                Compared<FieldChoice>()
            );
        builder.Property(field => field.SeenBy).HasConversion(roles => Written(roles), text => Roles(text), Compared<Role>());
        builder.Property(field => field.EditedBy).HasConversion(roles => Written(roles), text => Roles(text), Compared<Role>());
    }

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Written(IReadOnlyList<Role> roles) => string.Join(',', roles);

    private static IReadOnlyList<Role> Roles(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)];

    private static ValueComparer<IReadOnlyList<T>> Compared<T>() =>
        new(
            (one, other) => one!.SequenceEqual(other!),
            list => list.Aggregate(0, (hash, each) => HashCode.Combine(hash, each)),
            list => list
        );
}

internal sealed class ChannelConfiguration : IEntityTypeConfiguration<Channel>
{
    public void Configure(EntityTypeBuilder<Channel> builder)
    {
        builder.Property(channel => channel.Key).HasMaxLength(60);
        builder.HasIndex(channel => channel.Key).IsUnique();
        builder.Property(channel => channel.Version).IsConcurrencyToken();
        builder.Ignore(channel => channel.Names);
    }
}

internal sealed class FactConfiguration : IEntityTypeConfiguration<Fact>
{
    public void Configure(EntityTypeBuilder<Fact> builder)
    {
        builder.Property(fact => fact.Value).HasMaxLength(Fact.MaximumLength);
        builder.HasOne(fact => fact.Account).WithMany().HasForeignKey(fact => fact.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(fact => fact.Contact).WithMany().HasForeignKey(fact => fact.ContactId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(fact => fact.Field).WithMany().HasForeignKey(fact => fact.FieldId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Channel>().WithMany().HasForeignKey(fact => fact.ChannelId).OnDelete(DeleteBehavior.Restrict);

        // The card reads an account's facts together; vetting reads all facts in this order.
        builder.HasIndex(fact => new { fact.AccountId, fact.FieldId });
        builder.HasIndex(fact => fact.ContactId).HasFilter("contact_id IS NOT NULL");
        // Lists filter by what is accepted; the queues hold few.
        builder
            .HasIndex(
                fact => new
                {
                    fact.FieldId,
                    fact.Number,
                    fact.AccountId,
                },
                "ix_fact_accepted"
            )
            .HasFilter($"standing = '{FactStanding.Accepted}'");
        builder
            .HasIndex(
                fact => new
                {
                    fact.AccountId,
                    fact.FieldId,
                    fact.ContactId,
                },
                "ix_fact_disputed"
            )
            .HasFilter($"standing = '{FactStanding.Disputed}'");
        builder.HasIndex(fact => new { fact.AccountId, fact.FieldId }, "ix_fact_stale").HasFilter($"standing = '{FactStanding.Stale}'");
        // What channels turned out to be worth.
        builder.HasIndex(fact => new { fact.ChannelId, fact.Settlement }).HasFilter("settlement IS NOT NULL");
        builder.HasOne<Attachment>().WithMany().HasForeignKey(fact => fact.AttachmentId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(fact => fact.AttachmentId).HasFilter("attachment_id IS NOT NULL");
        builder.HasIndex(fact => fact.ImportBatchId).HasFilter("import_batch_id IS NOT NULL");
    }
}

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.Property(file => file.FileName).HasMaxLength(255);
        builder.Property(file => file.StoredAs).HasMaxLength(100);
        builder.HasOne(file => file.Account).WithMany().HasForeignKey(file => file.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PeerRangeConfiguration : IEntityTypeConfiguration<PeerRange>
{
    public void Configure(EntityTypeBuilder<PeerRange> builder)
    {
        builder.HasKey(range => new { range.FieldId, range.Like });
        builder.Property(range => range.Like).HasMaxLength(120);
        builder.Ignore(range => range.Typical);
        builder.HasOne<FieldDefinition>().WithMany().HasForeignKey(range => range.FieldId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class KnowledgeDayConfiguration : IEntityTypeConfiguration<KnowledgeDay>
{
    public void Configure(EntityTypeBuilder<KnowledgeDay> builder) => builder.HasKey(day => new { day.OwnerId, day.On });
}
