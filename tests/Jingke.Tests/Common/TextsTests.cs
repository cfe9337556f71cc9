using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Jingke.Tests.Support;
using Xunit;

namespace Jingke.Tests.Common;

/// <summary>Every word of the screen, in every language.</summary>
public sealed partial class TextsTests
{
    private const string Wide = @"\u3001-\u301f\u4e00-\u9fff\u201c\u201d\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f";

    public static TheoryData<string> Resources =>
        [.. SourceTree.Files("src/Jingke.Web", "*.resx").Where(path => !Translation().IsMatch(path)).Select(SourceTree.Relative)];

    [Theory]
    [MemberData(nameof(Resources))]
    public void The_three_languages_have_the_same_keys_and_placeholders(string resource)
    {
        var neutral = Read(resource);

        foreach (var language in (string[])["zh-Hant", "en"])
        {
            var translated = Read(resource.Replace(".resx", $".{language}.resx", StringComparison.Ordinal));

            Assert.Equal(neutral.Keys.Order(StringComparer.Ordinal), translated.Keys.Order(StringComparer.Ordinal));
            foreach (var (key, text) in neutral)
            {
                Assert.False(string.IsNullOrWhiteSpace(translated[key]), $"{resource} {language} {key} is empty");
                Assert.True(Placeholders(text).SetEquals(Placeholders(translated[key])), $"{resource} {language} {key}: {translated[key]}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void An_English_text_has_no_Chinese_in_it(string resource)
    {
        var english = Read(resource.Replace(".resx", ".en.resx", StringComparison.Ordinal));

        Assert.DoesNotContain(english, pair => pair.Value.Any(letter => letter is >= '\u4e00' and <= '\u9fff'));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void A_Chinese_sentence_has_Chinese_punctuation(string resource)
    {
        foreach (var path in (string[])[resource, resource.Replace(".resx", ".zh-Hant.resx", StringComparison.Ordinal)])
            Assert.DoesNotContain(Read(path), pair => HalfWidth().IsMatch(pair.Value));
    }

    [Fact]
    public void The_words_of_the_glossary_are_those_of_the_screen()
    {
        var screen = string.Join('\n', Resources.SelectMany(resource => Read(resource.Data).Values));
        var glossary = File.ReadAllText(Path.Combine(SourceTree.Root, "docs/glossary.md"));

        var words = GlossaryRow().Matches(glossary).SelectMany(row => Chinese().Matches(row.Value)).Select(word => word.Value).ToList();

        Assert.True(words.Count > 50, $"only {words.Count} words");
        Assert.DoesNotContain(words, word => !screen.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_key_that_a_page_asks_for_exists()
    {
        foreach (var page in SourceTree.Files("src/Jingke.Web", "*.razor"))
        {
            var source = File.ReadAllText(page);
            foreach (Match injected in Injected().Matches(source))
            {
                var (texts, name) = (injected.Groups[1].Value, injected.Groups[2].Value);
                var resource = SourceTree.Files("src/Jingke.Web", $"{texts}.resx").Single();
                var keys = Read(SourceTree.Relative(resource));
                var asked = Regex.Matches(source, $@"\b{name}\[""([^""]+)""[\],]", RegexOptions.None, TimeSpan.FromSeconds(1));
                Assert.All(
                    asked,
                    key =>
                        Assert.True(
                            keys.ContainsKey(key.Groups[1].Value),
                            $"{Path.GetFileName(page)}: {texts} has no '{key.Groups[1].Value}'"
                        )
                );
            }
        }
    }

    private static Dictionary<string, string> Read(string resource) =>
        XDocument
            .Load(Path.Combine(SourceTree.Root, resource))
            .Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static HashSet<int> Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"\.(zh-Hant|en)\.resx$")]
    private static partial Regex Translation();

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();

    // Beside a Chinese character or sign, and brackets around one.
    [GeneratedRegex($@"[{Wide}][,;:?!(]|[,;:?!)][{Wide}]|\([^()]*[\u4e00-\u9fff][^()]*\)")]
    private static partial Regex HalfWidth();

    [GeneratedRegex(@"^\| .*[\u4e00-\u9fff].*$", RegexOptions.Multiline)]
    private static partial Regex GlossaryRow();

    [GeneratedRegex(@"[\u4e00-\u9fff]+")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"@inject IStringLocalizer<(\w+)> (\w+)")]
    private static partial Regex Injected();
}
