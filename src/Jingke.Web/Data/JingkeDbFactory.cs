using Jingke.Web.Data.Access;

namespace Jingke.Web.Data;

/// <summary>Hands contexts out: whole ones to those who see everything, scoped ones to all others. Nothing else makes a context.</summary>
/// <param name="leaseWhole">Leases a whole context from the pool of the chosen database.</param>
/// <param name="leaseScoped">Leases a scoped one.</param>
public sealed class JingkeDbFactory(Func<JingkeDbContext> leaseWhole, Func<JingkeDbContext> leaseScoped)
{
    /// <summary>A context that sees everything, for the product's own work: jobs, the ledger, the command line.</summary>
    public JingkeDbContext CreateForSystem() => CreateFor(Viewer.System);

    /// <summary>A context that sees what a person sees.</summary>
    public JingkeDbContext CreateFor(Viewer viewer)
    {
        var db = viewer.SeesAll ? leaseWhole() : leaseScoped();
        db.Viewer = viewer;
        return db;
    }
}
