using Jingke.Domain;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Jingke.Web.Data.Pools;

namespace Jingke.Web.Features.Pools;

/// <summary><c>jingke pool recycle</c>: returns to the public pools what is due, as the nightly job does.</summary>
internal static class PoolVerb
{
    private const string Chinese = """
        用法：
          jingke pool recycle              把到期的客户收回公海（每晚也会自动执行）
          jingke pool recycle --dry-run    只列出会收回哪些客户，不改动

        --data、--database：与启动服务时相同
        """;

    private const string English = """
        Usage:
          jingke pool recycle              Return to the public pools what is due (also done each night)
          jingke pool recycle --dry-run    Only list what would be returned

        --data, --database: the same as for the server
        """;

    /// <summary>Runs the word after <c>pool</c>.</summary>
    /// <returns>Exit code: 0 done, 1 refused, 2 called wrongly.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["--help" or "-h" or "help", ..])
        {
            Terminal.Say(Chinese, English);
            return 0;
        }
        if (args is not ["recycle", .. var rest])
            return Terminal.Refuse(Chinese, English, 2);
        var isDryRun = rest.Contains("--dry-run");
        string[] options = [.. rest.Where(each => each != "--dry-run")];
        if (CallCheck.Refuse(options) is { } code)
            return code;

        var settings = JingkeOptions.From(options);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddData(DatabaseChoice.From(settings.Database, settings.Data))
            .AddSingleton<Clock>()
            .AddPools()
            .BuildServiceProvider();
        await services.GetRequiredService<DatabaseUpgrade>().RunAsync(CancellationToken.None);
        await services.GetRequiredService<PeopleDirectory>().ReloadAsync(CancellationToken.None);
        await services.GetRequiredService<OrganisationInForce>().ReloadAsync(CancellationToken.None);
        try
        {
            Tell(await services.GetRequiredService<RecycleAccounts>().RunAsync(isDryRun, CancellationToken.None), isDryRun, services);
            return 0;
        }
        catch (RuleException refusal)
        {
            return Terminal.Refuse(refusal, code: 1);
        }
    }

    private static void Tell(IReadOnlyList<DueForPool.Row> rows, bool isDryRun, IServiceProvider services)
    {
        var people = services.GetRequiredService<PeopleDirectory>().Current;
        foreach (var row in rows)
            Console.WriteLine(
                string.Join(
                    '\t',
                    row.Pool.Name,
                    row.Name,
                    people.Find(row.OwnerId)?.Name ?? "-",
                    $"{row.Return.On:yyyy-MM-dd}",
                    row.Return.Code
                )
            );
        if (isDryRun)
            Terminal.Say($"会收回 {rows.Count} 个客户。", $"{rows.Count} accounts would be returned.");
        else
            Terminal.Say($"已收回 {rows.Count} 个客户。", $"{rows.Count} accounts returned.");
    }
}
