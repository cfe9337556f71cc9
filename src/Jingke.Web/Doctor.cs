using System.Globalization;
using Jingke.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web;

/// <summary>
/// <c>jingke doctor</c>: looks at what the product needs from the machine and says in plain sentences what is right and what is not.
/// Changes nothing but a file that it removes again.
/// </summary>
internal static class Doctor
{
    private const long LowDisk = 1L << 30;

    /// <summary>What was looked at: whether it is right, and the sentence in both languages.</summary>
    internal sealed record Finding(bool IsRight, string Chinese, string English);

    /// <summary>Prints the findings; exit code 1 when something is wrong.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (CallCheck.Refuse(args) is { } code)
            return code;
        var findings = await FindAsync(JingkeOptions.From(args));
        foreach (var finding in findings)
        {
            var sentences = Terminal.Spoken(finding.Chinese, finding.English);
            Console.WriteLine($"{(finding.IsRight ? "✓" : "✗")} {string.Join($"{Environment.NewLine}  ", sentences)}");
        }
        return findings.All(finding => finding.IsRight) ? 0 : 1;
    }

    /// <summary>Everything that is looked at, in order; a step that cannot be judged because an earlier one failed is left out.</summary>
    internal static async Task<IReadOnlyList<Finding>> FindAsync(JingkeOptions options)
    {
        var folder = Path.GetFullPath(options.Data);
        var data = DataFolder(folder);
        var findings = new List<Finding> { data };
        if (data.IsRight)
            findings.Add(Disk(folder));
        findings.Add(Words());
        var choice = DatabaseChoice.From(options.Database, options.Data);
        if (data.IsRight || choice.IsPostgres)
            findings.Add(await DatabaseAsync(choice));
        return findings;
    }

    /// <summary>Whether the data folder can be written.</summary>
    internal static Finding DataFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".jingke-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new(true, $"数据文件夹可以写入：{folder}", $"The data folder can be written: {folder}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(
                false,
                $"数据文件夹不能写入：{folder}。请换一个文件夹（--data），或给运行鲸客的用户写权限。",
                $"The data folder cannot be written: {folder}. Choose another one (--data) or let the user that runs Jingke write it."
            );
        }
    }

    private static Finding Disk(string folder)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var size = (free / (double)(1L << 30)).ToString("0.#", CultureInfo.InvariantCulture);
        return free >= LowDisk
            ? new(true, $"磁盘还有 {size} GB 可用。", $"{size} GB of disk are free.")
            : new(false, $"磁盘只剩 {size} GB，请清理到 1 GB 以上。", $"Only {size} GB of disk are free; make it more than 1 GB.");
    }

    // Without ICU .NET sorts and folds Chinese by code point; search by pinyin needs it as well.
    private static Finding Words() =>
        new CultureInfo("zh-Hans").CompareInfo is var order && order.Compare("啊", "中") < 0 && order.Compare("重庆", "北京") > 0
            ? new(true, "文字库（ICU）可用，中文按拼音排序。", "The text library (ICU) is there; Chinese is sorted by pinyin.")
            : new(
                false,
                "缺少文字库 ICU。Debian、Ubuntu：apt-get install libicu-dev。",
                "The text library ICU is missing. On Debian and Ubuntu: apt-get install libicu-dev."
            );

    private static async Task<Finding> DatabaseAsync(DatabaseChoice choice)
    {
        var name = choice.IsPostgres ? "PostgreSQL" : "SQLite";
        try
        {
            await using var services = new ServiceCollection().AddLogging().AddData(choice).BuildServiceProvider();
            await using var db = services.GetRequiredService<JingkeDbFactory>().CreateForSystem();
            if (!choice.IsPostgres && !File.Exists(new SqliteConnectionStringBuilder(choice.ConnectionString).DataSource))
                return new(true, "数据库还没有，第一次启动时会建立。", "There is no database yet; the first start makes it.");

            await db.Database.OpenConnectionAsync();
            var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();
            if (applied.FirstOrDefault(migration => !known.Contains(migration)) is { } newer)
                return new(
                    false,
                    $"数据库由更新的版本写成（{newer}），请用那个版本打开。",
                    $"The database was written by a newer version ({newer}); open it with that one."
                );
            return known.Count == applied.Count
                ? new(true, $"数据库 {name} 可以连接，结构是最新的。", $"The {name} database answers and is up to date.")
                : new(true, $"数据库 {name} 可以连接，下次启动时会升级。", $"The {name} database answers; the next start upgrades it.");
        }
        catch (Exception failure)
        {
            // Of a connection string with a wrong word only the outer message names the word.
            var why = failure is ArgumentException ? failure.Message : failure.GetBaseException().Message;
            return new(false, $"数据库 {name} 打不开：{why}", $"The {name} database cannot be opened: {why}");
        }
    }
}
