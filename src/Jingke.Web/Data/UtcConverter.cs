using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jingke.Web.Data;

/// <summary>Instants are UTC on both databases: PostgreSQL refuses others, SQLite forgets the kind.</summary>
internal sealed class UtcConverter()
    : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Utc ? value : DateTime.SpecifyKind(value, DateTimeKind.Utc),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc)
    );
