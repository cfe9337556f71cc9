using System.Text.Json;
using Jingke.Domain.Accounts;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Jingke.Web.Features.Duplicates.Merging;

/// <summary>The fields of an account that a merge changed, each with its value before and after, so that they can be put back.</summary>
internal static class ReplacedFields
{
    // They change with every save, whoever makes it.
    private static readonly string[] ByItself = [nameof(Account.Version), nameof(Account.UpdatedAt)];

    /// <summary>What is about to be saved.</summary>
    public static string Of(EntityEntry<Account> entry) =>
        JsonSerializer.Serialize(
            entry
                .Properties.Where(property => property.IsModified && !ByItself.Contains(property.Metadata.Name))
                .Where(property => !Equals(property.OriginalValue, property.CurrentValue))
                .ToDictionary(property => property.Metadata.Name, property => new[] { property.OriginalValue, property.CurrentValue })
        );

    /// <summary>Gives the account its present owner as a move that is noted.</summary>
    /// <param name="entry">The account, its owner and team set already.</param>
    /// <param name="before">Who was responsible before.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Who does it.</param>
    public static void MoveOwner(EntityEntry<Account> entry, (Guid? OwnerId, long? TeamId) before, DateTime at, Guid? by)
    {
        var (owner, team) = (entry.Entity.OwnerId, entry.Entity.TeamId);
        entry.Property(account => account.OwnerId).CurrentValue = before.OwnerId;
        entry.Property(account => account.TeamId).CurrentValue = before.TeamId;
        entry.Entity.AssignTo(owner, team, at, by);
    }

    /// <summary>Puts the values back that nobody has changed since.</summary>
    /// <returns>The fields that were changed since, and keep what they have.</returns>
    public static IReadOnlyList<string> PutBack(EntityEntry<Account> entry, string replaced)
    {
        var kept = new List<string>();
        using var fields = JsonDocument.Parse(replaced);
        foreach (var field in fields.RootElement.EnumerateObject())
        {
            var property = entry.Property(field.Name);
            var type = property.Metadata.ClrType;
            if (Equals(property.CurrentValue, field.Value[1].Deserialize(type)))
                property.CurrentValue = field.Value[0].Deserialize(type);
            else
                kept.Add(field.Name);
        }
        return kept;
    }
}
