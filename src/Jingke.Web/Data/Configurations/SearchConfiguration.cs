using Jingke.Domain.Accounts;
using Jingke.Web.Data.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jingke.Web.Data.Configurations;

internal sealed class SearchEntryConfiguration : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.HasKey(entry => entry.AccountId);
        builder.Property(entry => entry.AccountId).ValueGeneratedNever();
        builder.HasOne<Account>().WithOne().HasForeignKey<SearchEntry>(entry => entry.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
