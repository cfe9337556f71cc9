using System.Net;
using Jingke.Web.Data;
using Jingke.Web.Data.People;

namespace Jingke.Web.Features.SetUp;

/// <summary>What the console says once the server listens: where, on which data, and how to set the product up.</summary>
internal static class StartNotice
{
    /// <summary>Prints it.</summary>
    public static void Print(WebApplication app)
    {
        var addresses = app.Urls.Select(url => new Uri(Reachable(url))).ToList();
        var options = app.Services.GetRequiredService<JingkeOptions>();
        var folder = Path.GetFullPath(options.Data);
        var database = app.Services.GetRequiredService<DatabaseChoice>().IsPostgres ? "PostgreSQL" : "SQLite";
        var where = string.Join("  ", addresses.Select(address => address.GetLeftPart(UriPartial.Authority)));

        Console.WriteLine();
        Terminal.Say($"鲸客已启动：{where}", $"Jingke is running: {where}");
        Terminal.Say($"数据在 {folder}（{database}）。按 Ctrl+C 停止。", $"Data are in {folder} ({database}). Press Ctrl+C to stop.");
        if (app.Urls.Any(url => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !IsLoopback(url)))
            Terminal.Say(
                "注意：正在不加密的地址上向其他电脑开放，密码可能被截获；请放到 HTTPS 反向代理后面。",
                "Note: other machines can reach this without encryption, so passwords can be read on the way; put it behind an HTTPS proxy."
            );

        if (!app.Services.GetRequiredService<PeopleDirectory>().Current.HasAdministrator)
        {
            var link = new Uri(addresses[0], app.Services.GetRequiredService<SetUpLink>().PathAndQuery);
            Console.WriteLine();
            Terminal.Say(
                "还没有管理员。请在浏览器打开这个一次性链接完成设置：",
                "There is no administrator yet. Open this one-time link to set up:"
            );
            Console.WriteLine($"  {link}");
        }
        Console.WriteLine();
    }

    /// <summary>Whether only this machine can reach an address that the server listens on.</summary>
    internal static bool IsLoopback(string url) =>
        Uri.TryCreate(
            url.Replace("//+", "//0.0.0.0", StringComparison.Ordinal).Replace("//*", "//0.0.0.0", StringComparison.Ordinal),
            UriKind.Absolute,
            out var address
        ) && (address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip)));

    /// <summary>An address that a browser on this machine can open: 'every address' is none.</summary>
    internal static string Reachable(string url) =>
        url.Replace("//+", "//localhost", StringComparison.Ordinal)
            .Replace("//*", "//localhost", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//[::]", "//localhost", StringComparison.Ordinal);
}
