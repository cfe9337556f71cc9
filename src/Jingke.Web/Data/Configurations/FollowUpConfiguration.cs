using Jingke.Domain.FollowUps;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jingke.Web.Data.Configurations;

internal sealed class FollowUpConfiguration : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.Property(followUp => followUp.Summary).HasMaxLength(FollowUp.MaximumLength);
        builder
            .HasOne(followUp => followUp.Account)
            .WithMany()
            .HasForeignKey(followUp => followUp.AccountId)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne(followUp => followUp.Contact)
            .WithMany()
            .HasForeignKey(followUp => followUp.ContactId)
            .OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(followUp => new
        {
            followUp.AccountId,
            followUp.On,
            followUp.Id,
        });
        builder.HasIndex(followUp => new { followUp.ById, followUp.On });
        builder.HasIndex(followUp => followUp.EntryId).IsUnique().HasFilter("entry_id IS NOT NULL");
    }
}

internal sealed class ToDoConfiguration : IEntityTypeConfiguration<ToDo>
{
    public void Configure(EntityTypeBuilder<ToDo> builder)
    {
        builder.Property(toDo => toDo.What).HasMaxLength(ToDo.MaximumLength);
        builder.Property(toDo => toDo.Outcome).HasMaxLength(ToDo.MaximumOutcome).HasDefaultValue("");
        builder.Property(toDo => toDo.IsMeasure).HasDefaultValue(false);
        builder.Property(toDo => toDo.Version).HasDefaultValue(0).IsConcurrencyToken();
        builder.HasOne(toDo => toDo.Account).WithMany().HasForeignKey(toDo => toDo.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<FollowUp>().WithMany().HasForeignKey(toDo => toDo.FollowUpId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<User>().WithMany().HasForeignKey(toDo => toDo.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(toDo => new { toDo.OwnerId, toDo.DueOn }).HasFilter("done_at IS NULL");
        builder.HasIndex(toDo => toDo.AccountId);
        // What is still to be done for key accounts, whoever has to.
        builder.HasIndex(toDo => new { toDo.DueOn, toDo.AccountId }).HasFilter("is_measure AND done_at IS NULL");
    }
}
