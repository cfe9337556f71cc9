using System.Text.Json;
using Jingke.Domain.Accounts;
using Jingke.Domain.Audit;
using Jingke.Domain.Churn;
using Jingke.Domain.Contacts;
using Jingke.Domain.Credit;
using Jingke.Domain.Duplicates;
using Jingke.Domain.Facts;
using Jingke.Domain.KeyAccounts;
using Jingke.Domain.Organisation;
using Jingke.Domain.People;
using Jingke.Domain.Pools;
using Jingke.Domain.Profit;
using Jingke.Domain.Receivables;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Jingke.Web.Data.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Jingke.Web.Data;

/// <summary>
/// Saves changes together with their audit entries, the rise of the concurrency tokens and of the change stamps, in one transaction.
/// Bulk imports do not come through here: they are recorded as batches and can be undone.
/// </summary>
internal static class AuditedSave
{
    /// <summary>Properties that are never written to the log: secrets, and what changes by itself.</summary>
    private static readonly HashSet<string> Unlogged =
    [
        nameof(User.PasswordHash),
        nameof(User.SecurityStamp),
        nameof(User.ConcurrencyStamp),
        nameof(User.AccessFailedCount),
        nameof(User.LockoutEnd),
        nameof(User.NormalizedEmail),
        nameof(User.NormalizedUserName),
        nameof(Account.Version),
        nameof(Account.UpdatedAt),
        nameof(Account.NormalisedName),
        nameof(Account.NameOrder),
        nameof(Account.LockedById),
        nameof(Account.PoolId),
    ];

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    private static readonly HashSet<Type> Subjects =
    [
        typeof(Account),
        typeof(AccountMeasure),
        typeof(AccountShare),
        typeof(DuplicateRule),
        typeof(Contact),
        typeof(ContactRelation),
        typeof(Competitor),
        typeof(Consent),
        typeof(JointPurchase),
        typeof(Team),
        typeof(Zone),
        typeof(User),
        typeof(TierRuleSet),
        typeof(SavedView),
        typeof(Pool),
        typeof(FieldDefinition),
        typeof(Channel),
        typeof(LossCause),
        typeof(LossReview),
        typeof(ChurnRuleSet),
        typeof(ServiceRateSet),
        typeof(ScoreItem),
        typeof(CreditRuleSet),
        typeof(CreditInvestigation),
        typeof(CreditDecision),
        typeof(KeyAccountAssessment),
        typeof(KeyAccountPlan),
        typeof(KeyAccountReview),
        typeof(ContactPolicySet),
    ];

    public static async Task<int> RunAsync(JingkeDbContext db, Func<CancellationToken, Task<int>> save, CancellationToken cancel)
    {
        db.ChangeTracker.DetectChanges();
        var trail = new List<Pending>();
        var stamps = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
                continue;
            if (IsOnlySignIn(entry))
                continue;
            RaiseVersion(entry);
            if (StampOf(entry.Entity) is { } stamp)
                stamps.Add(stamp);
            if (!IsShipped(entry, db.Viewer) && SubjectOf(entry.Metadata.ClrType) is { } subject && Describe(entry, subject) is { } pending)
                trail.Add(pending);
        }

        var searched = SearchUpkeep.Changed(db.ChangeTracker);
        if (trail.Count == 0 && stamps.Count == 0)
            return await save(cancel);

        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await using (own)
        {
            var written = await save(cancel);
            var at = db.GetService<TimeProvider>().GetUtcNow().UtcDateTime;
            db.AuditEntries.AddRange(trail.Select(pending => pending.ToEntry(at, db.Viewer == Viewer.Nobody ? null : db.Viewer.UserId)));
            await save(cancel);
            await SearchIndex.RefreshAsync(db, searched(), cancel);
            foreach (var stamp in stamps)
                await db.RaiseStampAsync(stamp, cancel);
            if (own is not null)
                await own.CommitAsync(cancel);
            return written;
        }
    }

    /// <summary>Changes as the log keeps them: an object of field to [before, after].</summary>
    internal static string Written(IReadOnlyDictionary<string, object?[]> changes) => JsonSerializer.Serialize(changes, Json);

    /// <summary>Raises a change stamp inside the current transaction.</summary>
    public static Task<int> RaiseStampAsync(this JingkeDbContext db, string name, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"INSERT INTO change_stamp (name, value) VALUES ({name}, 1) ON CONFLICT (name) DO UPDATE SET value = change_stamp.value + 1",
            cancel
        );

    /// <summary>
    /// Whether nothing but the count of failed sign-ins changed. That is no change of the person: a mistyped password must not cause an
    /// edit conflict, nor make every node load people again.
    /// </summary>
    private static bool IsOnlySignIn(EntityEntry entry) =>
        entry is { Entity: User, State: EntityState.Modified }
        && entry.Properties.All(property =>
            Equals(property.OriginalValue, property.CurrentValue)
            || property.Metadata.Name is nameof(User.AccessFailedCount) or nameof(User.LockoutEnd) or nameof(User.ConcurrencyStamp)
        );

    /// <summary>Whether it is a field or channel that comes with the product: hundreds of entries would say nothing about anyone's acts.</summary>
    private static bool IsShipped(EntityEntry entry, Viewer viewer) =>
        viewer.UserId is null && entry is { State: EntityState.Added, Entity: FieldDefinition or Channel or LossCause or ScoreItem };

    private static void RaiseVersion(EntityEntry entry)
    {
        if (entry.State == EntityState.Modified && entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true })
            entry.Property("Version").CurrentValue = (int)entry.Property("Version").CurrentValue! + 1;
    }

    private static string? StampOf(object entity) =>
        entity switch
        {
            Account => ChangeStamp.Accounts,
            User or Team or AccountShare => ChangeStamp.People,
            OrganisationSettings or Zone or TierRuleSet or FieldDefinition or Channel or ChurnRuleSet or ServiceRateSet =>
                ChangeStamp.Settings,
            Receivable or Receipt => ChangeStamp.Receivables,
            ScoreItem or CreditRuleSet or CreditInvestigation or CreditDecision => ChangeStamp.Credit,
            _ => null,
        };

    /// <summary>The subject under which changes of a type are logged; null for a type that is not.</summary>
    internal static string? SubjectOf(Type type) =>
        type == typeof(OrganisationSettings) ? "Organisation"
        : Subjects.Contains(type) ? type.Name
        : null;

    /// <summary>Whether changes of a property are logged.</summary>
    internal static bool IsLogged(string property) => !Unlogged.Contains(property);

    private static Pending? Describe(EntityEntry entry, string subject)
    {
        var changes = new SortedDictionary<string, object?[]>(StringComparer.Ordinal);
        foreach (var property in entry.Properties)
        {
            var name = property.Metadata.Name;
            if (Unlogged.Contains(name) || property.Metadata.IsPrimaryKey())
                continue;
            if (entry.State == EntityState.Added && property.CurrentValue is not (null or "" or false or 0 or 0L))
                changes[name] = [null, property.CurrentValue];
            else if (entry.State == EntityState.Modified && property.IsModified && !Equals(property.OriginalValue, property.CurrentValue))
                changes[name] = [property.OriginalValue, property.CurrentValue];
        }

        var action = entry.State switch
        {
            EntityState.Added => "created",
            EntityState.Deleted => "removed",
            _ when changes.TryGetValue(nameof(IRecyclable.DeletedAt), out var bin) => bin[1] is null ? "restored" : "deleted",
            _ => "changed",
        };
        return action == "changed" && changes.Count == 0 ? null : new Pending(entry, subject, action, changes);
    }

    private sealed record Pending(EntityEntry Entry, string Subject, string Action, SortedDictionary<string, object?[]> Changes)
    {
        public AuditEntry ToEntry(DateTime at, Guid? by) =>
            new()
            {
                At = at,
                UserId = by,
                Action = Action,
                Subject = Subject,
                // Read only now: a new row has its identifier after the save.
                SubjectId = string.Join(',', Entry.Metadata.FindPrimaryKey()!.Properties.Select(key => Entry.Property(key).CurrentValue)),
                SubjectName = NameOf(Entry.Entity),
                Changes = Changes.Count == 0 ? "" : Written(Changes),
            };

        private static string NameOf(object entity) =>
            entity switch
            {
                Account account => account.Name,
                ContactRelation relation => $"{relation.From?.Name} – {relation.To?.Name}",
                Competitor competitor => competitor.Name,
                Consent consent => consent.Contact?.Name ?? "",
                JointPurchase purchase => purchase.What,
                IOfAccount part and not Contact => part.Account?.Name ?? "",
                Contact contact => contact.Name,
                Team team => team.Name,
                Zone zone => zone.Name,
                User user => user.DisplayName,
                SavedView view => view.Name,
                Pool pool => pool.Name,
                FieldDefinition field => field.NameHans,
                Channel channel => channel.NameHans,
                LossCause cause => cause.NameHans,
                ScoreItem item => item.NameHans,
                OrganisationSettings organisation => organisation.Name,
                _ => "",
            };
    }
}
