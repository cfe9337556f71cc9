using Jingke.Domain.Credit;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data;

// Credit and operating state: what is judged, what was found, what was granted.
public abstract partial class JingkeDbContext
{
    /// <summary>Items of the scorecards.</summary>
    public DbSet<ScoreItem> ScoreItems => Set<ScoreItem>();

    /// <summary>Saved rules of ratings, limits and terms; the newest is in force, the defaults without any.</summary>
    public DbSet<CreditRuleSet> CreditRuleSets => Set<CreditRuleSet>();

    /// <summary>Investigations of accounts within the viewer's scope.</summary>
    public DbSet<CreditInvestigation> CreditInvestigations => Set<CreditInvestigation>();

    /// <summary>What they found, item by item.</summary>
    public DbSet<CreditFinding> CreditFindings => Set<CreditFinding>();

    /// <summary>Limits and terms granted to accounts within the viewer's scope; the newest of an account holds.</summary>
    public DbSet<CreditDecision> CreditDecisions => Set<CreditDecision>();
}
