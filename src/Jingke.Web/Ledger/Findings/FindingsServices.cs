namespace Jingke.Web.Ledger.Findings;

/// <summary>Registration of findings.</summary>
internal static class FindingsServices
{
    /// <summary>Keeps a kind of findings: worked out after each change of the ledger, in the order of registration.</summary>
    public static IServiceCollection AddFindings<TBook>(this IServiceCollection services)
        where TBook : class, IFindingsBook =>
        services.AddSingleton<TBook>().AddSingleton<IFindingsBook>(provider => provider.GetRequiredService<TBook>());
}
