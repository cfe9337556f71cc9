using Jingke.Tests.Tabular;
using Xunit;

namespace Jingke.Tests.Analyze;

/// <summary>What the command says and how it ends.</summary>
public class CommandTests
{
    private const string Good = "日期,客户,金额\n2024-01-05,甲公司,100\n2024-02-05,乙公司,50\n";

    [Theory]
    [InlineData]
    [InlineData("--sales")]
    [InlineData("--sales", "--format")]
    [InlineData("--sales", "a.csv", "--bogus")]
    [InlineData("--sales", "a.csv", "--sales", "b.csv")]
    [InlineData("--sales", "a.csv", "--format", "xml")]
    [InlineData("--sales", "a.csv", "--as-of", "05/03/2024")]
    [InlineData("--sales", "a.csv", "--from", "2024-01-01")]
    [InlineData("--sales", "a.csv", "--from", "2024-02-01", "--to", "2024-01-01")]
    [InlineData("--sales", "a.csv", "--date-order", "ydm")]
    [InlineData("--sales", "a.csv", "--lang", "fr")]
    [InlineData("a.csv")]
    public async Task Wrong_arguments_end_with_2_and_say_how_it_is_done(params string[] args)
    {
        var run = await Analyzed.RunAsync(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("jingke analyze --sales", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-Hans", "客户销售分析", "净销售额 150.00")]
    [InlineData("zh-Hant", "客戶銷售分析", "淨銷售額 150.00")]
    [InlineData("en", "Sales by account", "Net sales 150.00")]
    public async Task The_report_speaks_the_language_asked_for(string language, params string[] words)
    {
        using var file = Sheet.Of(Good);

        var run = await Analyzed.RunAsync("--sales", file.Path, "--lang", language);

        Assert.Equal(0, run.ExitCode);
        Assert.All(words, word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zh-Hans", "分不清日和月")]
    [InlineData("en", "do not tell day from month")]
    public async Task Ambiguous_dates_stop_with_one_sentence_that_says_what_to_do(string language, string words)
    {
        using var file = Sheet.Of("date,customer,amount\n1/2/2024,A,10\n3/4/2024,B,20\n");

        var run = await Analyzed.RunAsync("--sales", file.Path, "--lang", language);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.Contains("--date-order", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("dmy", "2024-02-01", "2024-04-03")]
    [InlineData("mdy", "2024-01-02", "2024-03-04")]
    public async Task A_date_order_that_is_given_is_followed(string order, string from, string to)
    {
        using var file = Sheet.Of("date,customer,amount\n1/2/2024,A,10\n3/4/2024,B,20\n");

        var run = await Analyzed.JsonAsync(file.Path, "--date-order", order);

        Assert.Equal((from, to), (run["allTime.from"].GetString(), run["allTime.to"].GetString()));
    }

    [Fact]
    public async Task A_missing_column_is_named_with_the_headers_that_were_found()
    {
        using var file = Sheet.Of("日期,客户名称,备注\n2024-01-05,甲,好\n");

        var run = await Analyzed.RunAsync("--sales", file.Path, "--lang", "zh-Hans");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("金额", run.Error, StringComparison.Ordinal);
        Assert.Contains("日期, 客户名称, 备注", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejected_rows_go_to_a_file_with_number_and_reason_and_no_formula()
    {
        using var file = Sheet.Of("date,customer,amount\n2024-01-05,A,10\nsoon,=HYPERLINK(),20\n2024-01-07,B,many\n");
        var rejects = Path.GetTempFileName();

        var run = await Analyzed.JsonAsync(file.Path, "--rejects", rejects);
        var lines = await File.ReadAllLinesAsync(rejects, TestContext.Current.CancellationToken);
        File.Delete(rejects);

        Assert.Equal(2, run.Count("lines.rejected"));
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("3,", lines[1], StringComparison.Ordinal);
        Assert.Contains("“soon”不是日期", lines[1], StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK()", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("4,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_says_plainly_when_eighty_twenty_does_not_hold()
    {
        using var even = Sheet.Of("date,customer,amount\n" + string.Concat(Enumerable.Range(1, 10).Select(i => $"2024-01-05,C{i},10\n")));
        using var skewed = Sheet.Of(
            "date,customer,amount\n2024-01-05,C0,1000\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"2024-01-05,C{i},1\n"))
        );

        var flat = await Analyzed.RunAsync("--sales", even.Path, "--lang", "en");
        var steep = await Analyzed.RunAsync("--sales", skewed.Path, "--lang", "en");

        Assert.Contains("80/20 does not hold here", flat.Output, StringComparison.Ordinal);
        Assert.Contains("80/20 holds", steep.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_carries_chinese_as_it_is_and_the_keys_of_the_definition()
    {
        using var file = Sheet.Of(Good);

        var run = await Analyzed.JsonAsync(file.Path);

        Assert.Contains("\"甲公司\"", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            [
                "asOf",
                "period",
                "lines",
                "totals",
                "allTime",
                "pareto",
                "years",
                "tiers",
                "top",
                "growth",
                "decline",
                "by",
                "rfm",
                "elapsedMs",
            ],
            System.Text.Json.JsonDocument.Parse(run.Output).RootElement.EnumerateObject().Select(property => property.Name)
        );
    }

    [Fact]
    public async Task Repeat_purchases_are_modelled_where_there_are_some_and_else_the_reason_is_said()
    {
        using var repeats = Sheet.Of(
            "date,customer,amount\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 400)
                        .Select(i => $"{new DateOnly(2023, 1, 1).AddDays(i * 37 % 400):yyyy-MM-dd},C{i * i % 83},{10 + (i % 7)}\n")
                )
        );
        using var once = Sheet.Of(Good);

        var modelled = await Analyzed.JsonAsync(repeats.Path, "--as-of", "2024-12-31");
        var words = await Analyzed.RunAsync("--sales", once.Path, "--lang", "en");

        Assert.Equal("BG/NBD", modelled["lifetime.model"].GetString());
        Assert.Equal(modelled.Count("allTime.accounts"), modelled.Count("lifetime.accounts"));
        foreach (var name in new[] { "r", "alpha", "a", "b" })
            Assert.True(modelled[$"lifetime.{name}"].GetDouble() > 0);
        Assert.True(modelled["lifetime.logLikelihood"].GetDouble() < 0);
        Assert.Contains("nothing can be predicted", words.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_ends_with_1_and_one_sentence()
    {
        var run = await Analyzed.RunAsync("--sales", "/nowhere/at all.csv", "--lang", "en");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("There is no file '/nowhere/at all.csv'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminal_report_lines_up_with_chinese_names()
    {
        using var file = Sheet.Of("日期,客户编号,客户,金额\n2024-01-05,1,甲公司,100\n2024-01-06,2,Ltd,50\n");

        var run = await Analyzed.RunAsync("--sales", file.Path, "--lang", "zh-Hans");
        var rows = run
            .Output.Split('\n')
            .Where(line =>
                line.Contains("100.00", StringComparison.Ordinal) && line.Contains('甲', StringComparison.Ordinal)
                || line.Contains("Ltd", StringComparison.Ordinal)
            )
            .Take(2)
            .ToArray();

        Assert.Equal(Width(rows[0], "100.00"), Width(rows[1], "50.00"));
    }

    private static int Width(string line, string amount) =>
        Web.Features.Analyze.TextTable.WidthOf(line[..(line.IndexOf(amount, StringComparison.Ordinal) + amount.Length)]);
}
