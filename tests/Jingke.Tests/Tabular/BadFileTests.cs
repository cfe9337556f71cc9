using System.Globalization;
using Jingke.Domain;
using Jingke.Tests.Analyze;
using Jingke.Web.Tabular;
using Jingke.Web.Tabular.Sheets;
using Xunit;

namespace Jingke.Tests.Tabular;

public class BadFileTests
{
    public static TheoryData<string> Names => [.. BadFiles.Refused.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bad_file_is_refused_with_a_plain_sentence_in_three_languages(string name)
    {
        var bad = BadFiles.Refused.Single(file => file.Name == name);
        using var file = Sheet.OfBytes(bad.Make(), bad.Extension);

        var refusal = file.Refused();

        Assert.Equal(bad.Code, refusal.Code);
        var sentences = Array.ConvertAll(
            new[] { "zh-Hans", "zh-Hant", "en" },
            culture => TabularTexts.Say(refusal, CultureInfo.GetCultureInfo(culture))
        );
        Assert.Equal(3, sentences.Distinct().Count());
        Assert.All(
            sentences,
            sentence =>
            {
                Assert.NotEqual(refusal.Code, sentence);
                Assert.DoesNotMatch(@"\{\d", sentence);
                Assert.DoesNotContain("Exception", sentence, StringComparison.Ordinal);
                Assert.InRange(sentence.Length, 8, 900);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_command_ends_with_1_and_says_one_sentence(string name)
    {
        var bad = BadFiles.Refused.Single(file => file.Name == name);
        using var file = Sheet.OfBytes(bad.Make(), bad.Extension);

        var run = await Analyzed.RunAsync("--sales", file.Path, "--lang", "en");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_folder_and_a_missing_file_are_told_apart()
    {
        Assert.Equal("file.is-folder", Assert.Throws<RuleException>(() => SheetFile.Open(Path.GetTempPath())).Code);
        Assert.Equal("file.not-found", Assert.Throws<RuleException>(() => SheetFile.Open("/no/such/file.csv")).Code);
    }

    [Fact]
    public void A_file_one_may_not_read_says_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "The user of this machine may read everything.");
        using var file = Sheet.Of("date,amount\n2024-01-05,1\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file.Path, UnixFileMode.None);

        Assert.Equal("file.no-permission", file.Refused().Code);
    }

    [Fact]
    public void A_file_that_changes_while_it_is_read_is_refused_at_the_end()
    {
        using var file = Sheet.Of("date,customer,amount\n2024-01-05,A,10\n");
        var opened = SheetFile.Open(file.Path);
        var layout = Web.Tabular.Columns.Recognition.Run(opened, Web.Tabular.Columns.FileKind.Sales);
        using var reader = new Web.Tabular.Sales.SalesReader(opened, layout, Web.Tabular.Columns.FormatScan.Run(opened, layout));
        Assert.True(reader.Read());

        File.AppendAllText(file.Path, "2024-01-06,B,20\n");
        while (reader.Read()) { }

        Assert.Equal("file.changed", Assert.Throws<RuleException>(reader.Finish).Code);
    }

    [Theory]
    [InlineData("""{"columns":{"date":"when","amount":3}}""", "mapping.column-not-found")]
    [InlineData("""{"columns":{"date":9}}""", "mapping.column-not-found")]
    [InlineData("""{"columns":{"daate":"date"}}""", "mapping.field-unknown")]
    [InlineData("""{"colums":{}}""", "mapping.unreadable")]
    [InlineData("""{"columns":""", "mapping.unreadable")]
    [InlineData("""[]""", "mapping.unreadable")]
    [InlineData("""{"dateOrder":"ydm"}""", "mapping.value-unknown")]
    [InlineData("""{"decimal":"dot"}""", "mapping.value-unknown")]
    [InlineData("""{"discount":"maybe"}""", "mapping.value-unknown")]
    [InlineData("""{"headerRow":0}""", "mapping.value-unknown")]
    [InlineData("""{"headerRow":77}""", "mapping.header-row-not-found")]
    [InlineData("""{"delimiter":"comma or so"}""", "mapping.delimiter-unknown")]
    [InlineData("""{"encoding":"klingon"}""", "mapping.encoding-unknown")]
    public void A_wrong_mapping_says_what_is_wrong(string mapping, string code)
    {
        using var file = Sheet.Of("date,customer,amount\n2024-01-05,A,10\n");

        var refusal = file.Refused(mapping);

        Assert.Equal(code, refusal.Code);
        Assert.DoesNotContain(code, TabularTexts.Say(refusal, CultureInfo.GetCultureInfo("en")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_that_is_not_there_is_named_with_those_that_are()
    {
        using var file = Workbooks.Of(
            (
                "Orders",
                [
                    ["date", "customer", "amount"],
                    ["2024-01-05", "A", 10.0],
                ]
            )
        );

        var refusal = file.Refused("""{"sheet":"Returns"}""");

        Assert.Equal("mapping.sheet-not-found", refusal.Code);
        Assert.Contains("Orders", TabularTexts.Say(refusal, CultureInfo.GetCultureInfo("en")), StringComparison.Ordinal);
    }
}
