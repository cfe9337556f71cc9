using Jingke.Domain.Profit;
using Jingke.Domain.Receivables;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data;

// What customers owe, and what serving them costs.
public abstract partial class JingkeDbContext
{
    /// <summary>Invoices of accounts within the viewer's scope.</summary>
    public DbSet<Receivable> Receivables => Set<Receivable>();

    /// <summary>What came in for invoices of accounts within the viewer's scope.</summary>
    public DbSet<Receipt> Receipts => Set<Receipt>();

    /// <summary>Saved rates of serving customers; the newest is in force, the defaults without any.</summary>
    public DbSet<ServiceRateSet> ServiceRateSets => Set<ServiceRateSet>();
}
