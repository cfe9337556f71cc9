using Jingke.Domain;
using Jingke.Web;
using Jingke.Web.Common;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Grain = Jingke.Analytics.Ledger.LedgerGrain;

namespace Jingke.Tests.Start;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("ledgerGrain", "monthly")]
    [InlineData("ledgerGrain", "7")]
    [InlineData("maximumUploadBytes", "2GB")]
    [InlineData("maximumUploadBytes", "0")]
    [InlineData("keepFilesDays", "-1")]
    [InlineData("data", " ")]
    public void A_setting_with_a_wrong_value_stops_with_its_name_and_what_is_allowed(string name, string value)
    {
        var refusal = Assert.Throws<RuleException>(() => JingkeOptions.From([$"--{name}", value]));

        Assert.Equal("setting.not-allowed", refusal.Code);
        Assert.Equal([name, value], refusal.Args.Take(2));
        Assert.Contains(name, ProblemWords.Of(refusal), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_are_taken_as_given_whatever_their_case()
    {
        var options = JingkeOptions.From(["--ledgergrain", "Month", "--maximumUploadBytes=1024", "--keepFilesDays", "7"]);

        Assert.Equal(
            (Grain.Month, 1024, 7, "data"),
            (options.LedgerGrain, options.MaximumUploadBytes, options.KeepFilesDays, options.Data)
        );
    }

    [Fact]
    public async Task What_stands_in_the_environment_by_chance_is_no_setting()
    {
        Environment.SetEnvironmentVariable("DATA", "/somewhere/else");
        Environment.SetEnvironmentVariable("MAXIMUMUPLOADBYTES", "1");
        try
        {
            await using var app = Serve.Build([]);

            var options = app.Services.GetRequiredService<JingkeOptions>();
            Assert.Equal(("data", 2L << 30), (options.Data, options.MaximumUploadBytes));
            Assert.Null(app.Configuration["DATA"]);
        }
        finally
        {
            Environment.SetEnvironmentVariable("DATA", null);
            Environment.SetEnvironmentVariable("MAXIMUMUPLOADBYTES", null);
        }
    }

    [Fact]
    public async Task A_line_of_the_log_tells_the_time()
    {
        await using var app = Serve.Build([]);

        Assert.StartsWith(
            "yyyy-MM-ddTHH:mm:sszzz",
            app.Configuration["Logging:Console:FormatterOptions:TimestampFormat"],
            StringComparison.Ordinal
        );
    }
}
