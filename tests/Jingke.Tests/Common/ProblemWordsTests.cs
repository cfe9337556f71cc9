using System.Text.RegularExpressions;
using Jingke.Domain;
using Jingke.Tests.Support;
using Jingke.Web.Common;
using Xunit;

namespace Jingke.Tests.Common;

public sealed partial class ProblemWordsTests
{
    [Fact]
    public void Every_code_that_is_thrown_has_words()
    {
        var thrown = Codes(ThrownCode());

        Assert.NotEmpty(thrown);
        Assert.All(
            thrown,
            each => Assert.True(ProblemWords.Has(each.Code) || HasOwnWords(each), $"no words for '{each.Code}', thrown in {each.Source}")
        );
    }

    [Fact]
    public void Every_code_of_a_validation_attribute_has_words()
    {
        var asked = Codes(AttributeCode());

        Assert.NotEmpty(asked);
        Assert.All(asked, each => Assert.True(ProblemWords.Has(each.Code), $"no words for '{each.Code}', asked for in {each.Source}"));
    }

    [Fact]
    public void A_refusal_is_worded_in_the_language_of_the_request_with_its_values()
    {
        var refusal = new RuleException("account.name-too-long", 200);

        using (new InLanguage("zh-Hans"))
            Assert.Equal("客户名称太长，最多 200 个字。", ProblemWords.Of(refusal));
        using (new InLanguage("zh-Hant"))
            Assert.Equal("客戶名稱太長，最多 200 個字。", ProblemWords.Of(refusal));
        using (new InLanguage("en"))
            Assert.Equal("The name is too long: at most 200 characters.", ProblemWords.Of(refusal));
    }

    [Fact]
    public void Values_are_written_as_everywhere_else()
    {
        using var english = new InLanguage("en");

        Assert.Contains("12,345", ProblemWords.Of("ledger.loading", 12_345L));
        Assert.Contains("2026-11-21", ProblemWords.Of("not-a-date", new DateOnly(2026, 11, 21)));
        Assert.Contains("1,234.50", ProblemWords.Of("not-a-number", new Money(12_345_000)));
    }

    [Fact]
    public void A_message_of_an_attribute_carries_its_values_after_the_code()
    {
        using var english = new InLanguage("en");

        Assert.Equal("Too long: at most 30 characters.", ProblemWords.OfMessage("too-long:30"));
        Assert.Equal("A sentence: as it is.", ProblemWords.OfMessage("A sentence: as it is."));
    }

    [Fact]
    public void A_file_refusal_finds_the_words_that_stand_beside_the_reader()
    {
        using var chinese = new InLanguage("zh-Hans");

        Assert.DoesNotContain("程序出错", ProblemWords.Of("file.empty", "orders.csv"));
        Assert.Contains("程序出错", ProblemWords.Of("no.such-code"));
    }

    // A command that catches its own refusals may word them in its own resources, beside it.
    private static bool HasOwnWords((string Code, string Source) thrown) =>
        Directory
            .EnumerateFiles(Path.GetDirectoryName(thrown.Source)!, "*.resx")
            .Any(resource => File.ReadAllText(resource).Contains($"name=\"{thrown.Code}\"", StringComparison.Ordinal));

    private static HashSet<(string Code, string Source)> Codes(Regex pattern) =>
        [
            .. SourceTree
                .Files("src", "*.*")
                .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
                .SelectMany(path => pattern.Matches(File.ReadAllText(path)).Select(match => (match.Groups[1].Value, path))),
        ];

    [GeneratedRegex(@"RuleException\(\s*""([^""{]+)""")]
    private static partial Regex ThrownCode();

    [GeneratedRegex(@"ErrorMessage\s*=\s*""([^""{:]+)")]
    private static partial Regex AttributeCode();
}
