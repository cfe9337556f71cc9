using Microsoft.AspNetCore.Connections;

namespace Jingke.Web;

/// <summary>Says in plain words why the product did not start.</summary>
internal static class StartFailure
{
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

        var wrong = (await Doctor.FindAsync(options)).Where(finding => !finding.IsRight).ToList();
        foreach (var finding in wrong)
            Terminal.Refuse(finding.Chinese, finding.English);
        return wrong.Count > 0;
    }
}
