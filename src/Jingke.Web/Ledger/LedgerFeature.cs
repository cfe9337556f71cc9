using Jingke.Web.Data;
using Jingke.Web.Ledger.Churn;
using Jingke.Web.Ledger.Credit;
using Jingke.Web.Ledger.Evaluation;
using Jingke.Web.Ledger.Findings;
using Jingke.Web.Ledger.Forecasts;
using Jingke.Web.Ledger.Opportunities;
using Jingke.Web.Ledger.Profit;
using Jingke.Web.Ledger.Reading;
using Jingke.Web.Ledger.Receivables;

namespace Jingke.Web.Ledger;

/// <summary>The sales ledger in memory: loaded from the database, kept fresh, asked by pages.</summary>
internal static class LedgerFeature
{
    public static IServiceCollection AddLedger(this IServiceCollection services)
    {
        services.AddSingleton<ILineReader>(sp =>
            sp.GetRequiredService<DatabaseChoice>() is { IsPostgres: true } choice
                ? new PostgresLineReader(choice)
                : new SqliteLineReader(sp.GetRequiredService<DatabaseChoice>())
        );
        services.AddSingleton<DirectoryReader>();
        services.AddSingleton<LoadLedger>();
        services.AddSingleton<LedgerStore>();
        services.AddSingleton<Analyses>();
        services.AddSingleton<CompanyZones>();
        services.AddSingleton<TierRulesInForce>();
        services.AddSingleton<RatingsBook>();
        services.AddSingleton<EvaluateAccounts>().AddSingleton<EvaluateInBackground>();
        services.AddSingleton<EvaluateFreshSales>();
        services.AddSingleton<ThinEvaluations>();
        services.AddSingleton<ReceivableBook>();
        services.AddSingleton<CompanyRatesInForce>().AddSingleton<ServiceBook>().AddSingleton<ProfitBook>();
        services.AddScoped<SeenProfit>();
        services.AddScoped<SeenFindings>();
        services.AddChurn();
        services.AddOpportunities();
        services.AddScoped<SeriesForecasts>();
        services.AddCredit();
        // First, so that it hears of the first ledger.
        services.AddHostedService<FindingsKeeper>();
        services.AddHostedService<LedgerKeeper>();
        services.AddHostedService<EvaluateWhenBehind>();
        return services;
    }
}
