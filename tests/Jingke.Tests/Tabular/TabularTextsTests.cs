using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Jingke.Web.Tabular;
using Jingke.Web.Tabular.Columns;
using Xunit;

namespace Jingke.Tests.Tabular;

public class TabularTextsTests
{
    private static readonly string[] Cultures = ["zh-Hans", "zh-Hant", "en"];

    [Fact]
    public void Every_code_in_the_source_has_a_sentence()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Jingke.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        var sources = Directory.GetFiles(Path.Combine(folder, "src", "Jingke.Web", "Tabular"), "*.cs", SearchOption.AllDirectories);

        var codes = sources
            .SelectMany(source =>
                Regex.Matches(
                    File.ReadAllText(source),
                    "\"((?:file|columns|sheet|mapping|dates|numbers|row|date|number|amount|discount|text|account|contact|email|currency)\\.[a-z-]+)\""
                )
            )
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();

        Assert.InRange(codes.Count, 50, 200);
        Assert.All(codes, code => Assert.True(TabularTexts.Has(code), code));
    }

    [Fact]
    public void Every_field_has_a_name()
    {
        foreach (var culture in Cultures)
        foreach (var field in Enum.GetValues<Field>())
            Assert.NotEqual($"field.{field}", TabularTexts.NameOf(field, CultureInfo.GetCultureInfo(culture)));
    }

    [Fact]
    public void All_languages_have_the_same_keys_and_placeholders()
    {
        var manager = new ResourceManager("Jingke.Web.Tabular.TabularTexts", typeof(TabularTexts).Assembly);
        var neutral = manager.GetResourceSet(CultureInfo.InvariantCulture, true, false)!;
        foreach (var culture in Cultures.Skip(1))
        {
            var other = manager.GetResourceSet(CultureInfo.GetCultureInfo(culture), true, false)!;
            Assert.Equal(
                neutral.Cast<System.Collections.DictionaryEntry>().Count(),
                other.Cast<System.Collections.DictionaryEntry>().Count()
            );
            foreach (System.Collections.DictionaryEntry entry in neutral)
                Assert.Equal(Places((string)entry.Value!), Places(other.GetString((string)entry.Key)!));
        }
    }

    private static string Places(string text) => string.Concat(Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Order());
}
