using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Jingke.Web;

/// <summary>Says in plain words why the product did not start, or a command could not begin.</summary>
internal static class StartFailure
{
    /// <summary>Runs a verb; what the machine refuses is told in plain words.</summary>
    /// <returns>The verb's exit code; 1 when the machine refused.</returns>
    public static async Task<int> GuardAsync(string[] args, Func<string[], Task<int>> verb)
    {
        try
        {
            return await verb(args);
        }
        catch (InvalidDataException failure)
        {
            return Terminal.Refuse($"appsettings.json 读不懂：{failure.Message}", $"appsettings.json cannot be read: {failure.Message}");
        }
        catch (Exception failure)
            when (failure is IOException or DbException or UnauthorizedAccessException or SocketException or ArgumentException)
        {
            // What doctor finds nothing wrong about is a fault of the program, to be shown as it is.
            if (await TellAsync(failure, JingkeOptions.From([.. args.SkipWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal))])))
                return 1;
            throw;
        }
    }

    /// <summary>Refuses an address to listen on that is none.</summary>
    /// <param name="urls">Addresses, separated by semicolons.</param>
    /// <returns>Null when all are addresses, else exit code 2.</returns>
    public static int? RefuseAddress(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (!IsAddress(url))
                return Terminal.Refuse(
                    $"“{url}”不是可以监听的地址。请写成 --urls http://127.0.0.1:5000 的样子，端口在 1 到 65535 之间。",
                    $"'{url}' is no address to listen on. Write it like --urls http://127.0.0.1:5000, with a port from 1 to 65535.",
                    2
                );
        return null;
    }

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Port: >= 0 and <= 65535, Scheme: "http" or "https" };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Says it; false when the cause is not known, so that the failure itself must be shown.</summary>
    public static async Task<bool> TellAsync(Exception failure, JingkeOptions options)
    {
        if (failure.InnerException is AddressInUseException)
        {
            Terminal.Refuse(
                "这个地址已被别的程序占用（也许鲸客已经在运行）。请关闭它，或换一个端口：--urls http://127.0.0.1:5001",
                "Another program uses this address (perhaps Jingke is running already). Stop it, or choose another port: --urls http://127.0.0.1:5001"
            );
            return true;
        }

        if (failure is SocketException)
        {
            Terminal.Refuse(
                $"不能在这个地址监听：{failure.Message}。请检查 --urls。",
                $"It cannot listen on this address: {failure.Message}. Check --urls."
            );
            return true;
        }

        var wrong = (await Doctor.FindAsync(options)).Where(finding => !finding.IsRight).ToList();
        foreach (var finding in wrong)
            Terminal.Refuse(finding.Chinese, finding.English);
        return wrong.Count > 0;
    }
}
