using Jingke.Domain.KeyAccounts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data;

// Files of key accounts; the measures in them are to-dos.
public abstract partial class JingkeDbContext
{
    /// <summary>What managers say of key accounts within the viewer's scope; the newest of an account holds.</summary>
    public DbSet<KeyAccountAssessment> KeyAccountAssessments => Set<KeyAccountAssessment>();

    /// <summary>Plans for key accounts within the viewer's scope; the newest of an account and year holds.</summary>
    public DbSet<KeyAccountPlan> KeyAccountPlans => Set<KeyAccountPlan>();

    /// <summary>Reviews of files of key accounts within the viewer's scope.</summary>
    public DbSet<KeyAccountReview> KeyAccountReviews => Set<KeyAccountReview>();

    /// <summary>Saved contact strategies and sales policies by tier; the newest is in force, the defaults without any.</summary>
    public DbSet<ContactPolicySet> ContactPolicySets => Set<ContactPolicySet>();
}
