using Jingke.Domain.Accounts;
using Jingke.Domain.Audit;
using Jingke.Domain.Contacts;
using Jingke.Domain.Duplicates;
using Jingke.Domain.Evaluations;
using Jingke.Domain.Imports;
using Jingke.Domain.Organisation;
using Jingke.Domain.People;
using Jingke.Domain.Pools;
using Jingke.Domain.Sales;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Jingke.Web.Data.Search;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data;

/// <summary>
/// The database. One model for SQLite and PostgreSQL, in two kinds: the whole one carries the migrations and is for those who see
/// everything; the scoped one adds the named filter 'Scope' (what the viewer may see) to every query. They are two models because a
/// condition 'sees all or owns it' would keep the database from using its indexes. The filter 'Bin' hides what lies in the recycle bin.
/// </summary>
public abstract partial class JingkeDbContext(DbContextOptions options) : IdentityUserContext<User, Guid>(options)
{
    /// <summary>Name of the filter that keeps to the viewer's data scope. Only system work may ignore it.</summary>
    public const string ScopeFilter = "Scope";

    /// <summary>Name of the filter that hides what lies in the recycle bin.</summary>
    public const string BinFilter = "Bin";

    private Viewer viewer = Viewer.Nobody;

    /// <summary>Who is looking. Set by <see cref="JingkeDbFactory"/>; nobody by default, so that forgetting it shows nothing.</summary>
    /// <exception cref="InvalidOperationException">The viewer's scope needs the other kind of context.</exception>
    public Viewer Viewer
    {
        get => viewer;
        internal set =>
            viewer =
                value.SeesAll != ScopeApplies
                    ? value
                    : throw new InvalidOperationException("A viewer with a limited scope needs a scoped context, and only such a viewer.");
    }

    /// <summary>Whether the model limits queries to the viewer's scope.</summary>
    protected abstract bool ScopeApplies { get; }

    internal Guid OwnLimit => viewer.UserId ?? Guid.Empty;

    internal IReadOnlyList<long> TeamLimit => viewer.TeamIds;

    internal IReadOnlyList<long> SharedLimit => viewer.SharedAccountIds;

    /// <summary>The company's settings: one row.</summary>
    public DbSet<OrganisationSettings> Organisation => Set<OrganisationSettings>();

    /// <summary>Teams.</summary>
    public DbSet<Team> Teams => Set<Team>();

    /// <summary>Zones.</summary>
    public DbSet<Zone> Zones => Set<Zone>();

    /// <summary>Saved tier rules; the newest is in force.</summary>
    public DbSet<TierRuleSet> TierRuleSets => Set<TierRuleSet>();

    /// <summary>Saved views of lists.</summary>
    public DbSet<SavedView> SavedViews => Set<SavedView>();

    /// <summary>Accounts within the viewer's scope.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Contacts of accounts within the viewer's scope.</summary>
    public DbSet<Contact> Contacts => Set<Contact>();

    /// <summary>How people of accounts within the viewer's scope stand to each other.</summary>
    public DbSet<ContactRelation> ContactRelations => Set<ContactRelation>();

    /// <summary>Who else sells to accounts within the viewer's scope.</summary>
    public DbSet<Competitor> Competitors => Set<Competitor>();

    /// <summary>What members of households within the viewer's scope bought together.</summary>
    public DbSet<JointPurchase> JointPurchases => Set<JointPurchase>();

    /// <summary>Products.</summary>
    public DbSet<Product> Products => Set<Product>();

    /// <summary>Product categories.</summary>
    public DbSet<ProductCategory> ProductCategories => Set<ProductCategory>();

    /// <summary>Places of sales.</summary>
    public DbSet<Place> Places => Set<Place>();

    /// <summary>Sales lines of accounts within the viewer's scope.</summary>
    public DbSet<SalesLine> SalesLines => Set<SalesLine>();

    /// <summary>Notes on whose lines changed, for the ledger in memory.</summary>
    public DbSet<ChangedAccount> ChangedAccounts => Set<ChangedAccount>();

    /// <summary>Sales lines without a customer; only those who see everything see them.</summary>
    public DbSet<UnattributedLine> UnattributedLines => Set<UnattributedLine>();

    /// <summary>Imports.</summary>
    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    /// <summary>Remembered mappings.</summary>
    public DbSet<RememberedMapping> RememberedMappings => Set<RememberedMapping>();

    /// <summary>Rejected rows of imports.</summary>
    public DbSet<RejectedRow> RejectedRows => Set<RejectedRow>();

    /// <summary>What lines were before an import changed them.</summary>
    public DbSet<ReplacedLine> ReplacedLines => Set<ReplacedLine>();

    /// <summary>What imports changed about accounts and contacts.</summary>
    public DbSet<ImportedChange> ImportedChanges => Set<ImportedChange>();

    /// <summary>Evaluation runs.</summary>
    public DbSet<EvaluationRun> EvaluationRuns => Set<EvaluationRun>();

    /// <summary>Verdicts on accounts within the viewer's scope.</summary>
    public DbSet<Evaluation> Evaluations => Set<Evaluation>();

    /// <summary>Rises and falls of accounts within the viewer's scope.</summary>
    public DbSet<TierChange> TierChanges => Set<TierChange>();

    /// <summary>What is to be done about accounts within the viewer's scope; the newest of an account holds.</summary>
    public DbSet<AccountMeasure> AccountMeasures => Set<AccountMeasure>();

    /// <summary>Things done to many accounts at once.</summary>
    public DbSet<BulkAct> BulkActs => Set<BulkAct>();

    /// <summary>What accounts were before such a thing.</summary>
    public DbSet<BulkActRow> BulkActRows => Set<BulkActRow>();

    /// <summary>Public pools.</summary>
    public DbSet<Pool> Pools => Set<Pool>();

    /// <summary>Numbers by which duplicates find each other; written by <see cref="Duplicates.MatchKeyIndex"/>.</summary>
    public DbSet<MatchKey> MatchKeys => Set<MatchKey>();

    /// <summary>Pairs of duplicates and namesakes, of all accounts: who shows them minds the viewer's scope.</summary>
    public DbSet<DuplicatePair> DuplicatePairs => Set<DuplicatePair>();

    /// <summary>What happens with a new account that is perhaps there already.</summary>
    public DbSet<DuplicateRule> DuplicateRules => Set<DuplicateRule>();

    /// <summary>Scans for duplicates.</summary>
    public DbSet<DuplicateScan> DuplicateScans => Set<DuplicateScan>();

    /// <summary>Merges of accounts.</summary>
    public DbSet<AccountMerging> AccountMergings => Set<AccountMerging>();

    /// <summary>Rows that merges moved.</summary>
    public DbSet<MergedRow> MergedRows => Set<MergedRow>();

    /// <summary>Texts by which accounts are found; a search goes through <see cref="Search.SearchIndex"/>.</summary>
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    /// <summary>The audit log.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Keys that protect cookies, shared by all nodes.</summary>
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>Counters that rise when shared data change, see <see cref="ChangeStamp"/>.</summary>
    public DbSet<ChangeStamp> ChangeStamps => Set<ChangeStamp>();

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync: saving writes the audit log in the same transaction.");

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        AuditedSave.RunAsync(this, cancel => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel), cancellationToken);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(JingkeDbContext).Assembly);
        BinFilters.Apply(builder);
        if (ScopeApplies)
            ApplyScope(builder);
        SnakeCaseNames.Apply(builder);
    }

    private void ApplyScope(ModelBuilder builder)
    {
        builder
            .Entity<Account>()
            .HasQueryFilter(
                ScopeFilter,
                account => account.OwnerId == OwnLimit || TeamLimit.Contains(account.TeamId!.Value) || SharedLimit.Contains(account.Id)
            );
        builder.Entity<UnattributedLine>().HasQueryFilter(ScopeFilter, _ => false);

        // What belongs to an account is seen by those who see the account, whatever it is and whenever it was added to the model.
        var limit = new Action<ModelBuilder>(LimitToAccounts<Contact>).Method.GetGenericMethodDefinition();
        foreach (
            var part in builder.Model.GetEntityTypes().Select(type => type.ClrType).Where(typeof(IOfAccount).IsAssignableFrom).ToList()
        )
            limit.MakeGenericMethod(part).Invoke(this, [builder]);
    }

    private void LimitToAccounts<T>(ModelBuilder builder)
        where T : class, IOfAccount =>
        builder
            .Entity<T>()
            .HasQueryFilter(
                ScopeFilter,
                part =>
                    part.Account!.OwnerId == OwnLimit
                    || TeamLimit.Contains(part.Account!.TeamId!.Value)
                    || SharedLimit.Contains(part.AccountId)
            );
}
