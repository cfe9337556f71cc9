using Jingke.Domain.Sales;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jingke.Web.Data.Configurations;

internal sealed class SalesLineConfiguration : IEntityTypeConfiguration<SalesLine>
{
    public void Configure(EntityTypeBuilder<SalesLine> builder)
    {
        // Account first: the table can be distributed by account, and one account's lines lie together in the key.
        builder.HasKey(line => new { line.AccountId, line.Id });
        builder.Property(line => line.Id).ValueGeneratedNever();
        builder.HasOne(line => line.Account).WithMany().HasForeignKey(line => line.AccountId).OnDelete(DeleteBehavior.Restrict);
        // No key to the product: without an index by product, which would cost every import, removing one would read all lines.
        // Finds a line of an earlier import, whoever had bought then. Not unique: that could not be kept on a distributed table.
        builder.HasIndex(line => line.Id);
    }
}

internal sealed class UnattributedLineConfiguration : IEntityTypeConfiguration<UnattributedLine>
{
    public void Configure(EntityTypeBuilder<UnattributedLine> builder) => builder.Property(line => line.Id).ValueGeneratedNever();
}

internal sealed class ProductConfiguration : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        // Not unique: a product that a file lists under two categories is two, for sales are broken down by category.
        builder.HasIndex(product => new { product.Code, product.Name });
        builder.HasOne<ProductCategory>().WithMany().HasForeignKey(product => product.CategoryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProductCategoryConfiguration : IEntityTypeConfiguration<ProductCategory>
{
    public void Configure(EntityTypeBuilder<ProductCategory> builder) =>
        builder.HasOne<ProductCategory>().WithMany().HasForeignKey(category => category.ParentId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class PlaceConfiguration : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder) =>
        builder
            .HasIndex(place => new
            {
                place.Country,
                place.Zone,
                place.ProvinceCode,
                place.Province,
                place.City,
            })
            .IsUnique();
}
