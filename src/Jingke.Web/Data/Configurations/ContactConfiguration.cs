using Jingke.Domain.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jingke.Web.Data.Configurations;

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.Property(contact => contact.Name).HasMaxLength(100);
        builder.Property(contact => contact.Version).IsConcurrencyToken();
        builder.HasOne(contact => contact.Account).WithMany().HasForeignKey(contact => contact.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(contact => contact.Mobile);
        builder.HasIndex(contact => contact.Name);
    }
}
