using Jingke.Domain.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jingke.Web.Data.Configurations;

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.Property(contact => contact.Name).HasMaxLength(100);
        // Several roles in one text are longer than a single word.
        builder.Property(contact => contact.Roles).HasMaxLength(100);
        builder.Property(contact => contact.Acquaintance).HasDefaultValue(0);
        builder.Property(contact => contact.Version).IsConcurrencyToken();
        builder.HasOne(contact => contact.Account).WithMany().HasForeignKey(contact => contact.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(contact => contact.Mobile);
        builder.HasIndex(contact => contact.Name);
    }
}

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.Property(consent => consent.Note).HasMaxLength(Consent.MaximumNoteLength);
        builder.HasOne(consent => consent.Account).WithMany().HasForeignKey(consent => consent.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(consent => consent.Contact).WithMany().HasForeignKey(consent => consent.ContactId).OnDelete(DeleteBehavior.Cascade);
    }
}
