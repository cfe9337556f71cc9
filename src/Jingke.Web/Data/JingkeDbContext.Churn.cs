using Jingke.Domain.Churn;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data;

// Lost customers: what counts as lost, and what is made of it.
public abstract partial class JingkeDbContext
{
    /// <summary>Saved bounds of what counts as at risk and lost; the newest is in force, the defaults without any.</summary>
    public DbSet<ChurnRuleSet> ChurnRuleSets => Set<ChurnRuleSet>();

    /// <summary>Causes of losses.</summary>
    public DbSet<LossCause> LossCauses => Set<LossCause>();

    /// <summary>Reviews of lost accounts within the viewer's scope.</summary>
    public DbSet<LossReview> LossReviews => Set<LossReview>();
}
