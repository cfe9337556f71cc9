using System.Text.Json;
using Jingke.Web.Features.Analyze;
using Xunit;

namespace Jingke.Tests.Analyze;

/// <summary>A run of the command as a person would start it.</summary>
internal sealed record Analyzed(int ExitCode, string Output, string Error)
{
    private JsonElement? root;

    public static async Task<Analyzed> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var (culture, ui) = (System.Globalization.CultureInfo.CurrentCulture, System.Globalization.CultureInfo.CurrentUICulture);
        try
        {
            var code = await AnalyzeVerb.RunAsync(args, output, error);
            return new(code, output.ToString(), error.ToString());
        }
        finally
        {
            (System.Globalization.CultureInfo.CurrentCulture, System.Globalization.CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }

    public static async Task<Analyzed> JsonAsync(string sales, params string[] more)
    {
        var run = await RunAsync(["--sales", sales, "--format", "json", "--lang", "zh-Hans", .. more]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }

    /// <summary>A value of the JSON by its path: totals.netSales, top.0.code, by.region.</summary>
    public JsonElement this[string path]
    {
        get
        {
            var at = root ??= JsonDocument.Parse(Output).RootElement;
            foreach (var step in path.Split('.'))
                at = int.TryParse(step, out var index) ? at[index] : at.GetProperty(step);
            return at;
        }
    }

    public decimal Money(string path) => this[path].GetDecimal();

    public int Count(string path) => this[path].GetInt32();

    public JsonElement Named(string path, string name) =>
        this[path].EnumerateArray().Single(item => item.GetProperty("name").GetString() == name);
}
