using System.Globalization;
using System.Text.RegularExpressions;
using Jingke.Tests.Access;
using Jingke.Tests.Support;
using Jingke.Web;
using Xunit;

namespace Jingke.Tests.House;

/// <summary>What the documents name must be there: files, links, addresses, settings.</summary>
public sealed partial class DocsTests
{
    /// <summary>Where a path in a document may begin: the solution, or, for short, the code that most of it is about.</summary>
    private static readonly string[] Beginnings = ["", "src", "src/Jingke.Web", "src/Jingke.Analytics", "tests/Jingke.Tests"];

    /// <summary>What the product makes when it runs, and the tests and benchmarks.</summary>
    private static readonly string[] MadeByTheProduct = ["./data", "data/jingke.db", "artifacts/screenshots", "artifacts/benchmarks"];

    public static TheoryData<string> Documents =>
        [
            .. Directory
                .EnumerateFiles(SourceTree.Root, "*.md")
                .Concat(SourceTree.Files("docs", "*.md"))
                .Select(SourceTree.Relative)
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_somewhere(string document)
    {
        var dead = Link()
            .Matches(Read(document))
            .Select(match => match.Groups[1].Value)
            .Where(link => !link.Contains("://", StringComparison.Ordinal) && !Leads(document, link));

        Assert.Empty(dead);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_path_in_code_marks_exists(string document)
    {
        var text = Read(document);
        var missing = Marked()
            .Matches(text)
            .Select(match => match.Groups[1].Value)
            .Concat(Project().Matches(text).Select(match => match.Groups[1].Value))
            .Where(path => IsPath(path) && !MadeByTheProduct.Contains(path) && !Exists(path));

        Assert.Empty(missing.Distinct());
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_verb_that_is_named_exists(string document)
    {
        var program = Read("src/Jingke.Web/Program.cs");

        foreach (Match verb in Verb().Matches(Read(document)))
            Assert.Contains($"[\"{verb.Groups[1].Value}\", .. var rest]", program, StringComparison.Ordinal);
    }

    [Fact]
    public void The_map_names_every_feature()
    {
        var map = Read("docs/architecture.md");

        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, "src/Jingke.Web/Features")))
            Assert.Contains($"`Features/{Path.GetFileName(folder)}", map, StringComparison.Ordinal);
    }

    [Fact]
    public void The_map_names_every_folder_of_the_program()
    {
        var map = Read("docs/architecture.md");

        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, "src/Jingke.Web")).Select(Path.GetFileName))
            if (folder is not ("bin" or "obj" or "wwwroot" or "Features"))
                Assert.Contains($"| `{folder}` |", map, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_address_on_the_map_is_a_route()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        var routes = Route.AllOf(app).Select(route => Shape(route.Pattern)).ToHashSet(StringComparer.OrdinalIgnoreCase);

        var named = Marked()
            .Matches(Read("docs/architecture.md"))
            .Select(match => match.Groups[1].Value)
            .Where(mark => mark is ['/', ..] && mark != "/export")
            .ToList();

        Assert.True(named.Count > 40, $"only {named.Count} addresses");
        Assert.DoesNotContain(named, address => !routes.Contains(Shape(address)));
    }

    [Fact]
    public async Task Every_endpoint_for_programs_is_documented_with_its_permission()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        var known = Route
            .AllOf(app)
            .Where(route => route.Pattern.StartsWith("/api/", StringComparison.Ordinal))
            .Select(route => $"{route.Method} {Shape(route.Pattern)} {string.Join(',', route.Policies)}");

        var documented = ApiRow()
            .Matches(Read("docs/api.md"))
            .Select(row => $"{row.Groups[1].Value} {Shape(row.Groups[2].Value)} {row.Groups[3].Value}");

        Assert.Equal(known.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Settings_are_those_that_are_documented_with_their_defaults()
    {
        var rows = SettingRow().Matches(Read("docs/configuration.md")).ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value);
        var options = new JingkeOptions();
        var known = typeof(JingkeOptions)
            .GetProperties()
            .ToDictionary(
                property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..],
                property => Convert.ToString(property.GetValue(options), CultureInfo.InvariantCulture)!
            );

        Assert.Equal(known.Keys.Append("urls").Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, standard) in known)
            Assert.Contains(standard.Length == 0 ? "empty" : standard, rows[name], StringComparison.OrdinalIgnoreCase);
    }

    private static string Read(string document) => File.ReadAllText(Path.Combine(SourceTree.Root, document));

    private static bool Leads(string document, string link)
    {
        var (file, anchor) = link.Split('#') is [var first, var second] ? (first, second) : (link, null);
        var path = Path.Combine(SourceTree.Root, file.Length == 0 ? document : Path.Combine(Path.GetDirectoryName(document)!, file));
        return anchor is null
            ? File.Exists(path) || Directory.Exists(path)
            : File.Exists(path) && Heading().Matches(File.ReadAllText(path)).Any(heading => Anchor(heading.Groups[1].Value) == anchor);
    }

    // As GitHub makes them: small letters, no signs, hyphens for blanks.
    private static string Anchor(string heading) =>
        string.Concat(heading.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-')).Replace(' ', '-');

    private static bool IsPath(string mark) =>
        PathText().IsMatch(mark) && (mark.Contains('/', StringComparison.Ordinal) || SourceFile().IsMatch(mark));

    private static bool Exists(string path) =>
        Beginnings.Select(beginning => Path.Combine(SourceTree.Root, beginning, path)).Any(at => File.Exists(at) || Directory.Exists(at))
        || !path.Contains('/', StringComparison.Ordinal) && FileNames.Value.Contains(path)
        || FileNames.Value.Contains(Path.GetFileName(path))
            && Paths.Value.Any(known => known.EndsWith("/" + path, StringComparison.Ordinal));

    private static readonly Lazy<List<string>> Paths = new(() =>
        [.. ((string[])["src", "tests", "benchmarks", "tools"]).SelectMany(folder => SourceTree.Files(folder, "*.*"))]
    );

    private static readonly Lazy<HashSet<string>> FileNames = new(() => [.. Paths.Value.Select(path => Path.GetFileName(path))]);

    private static string Shape(string address) => Value().Replace("/" + address.Trim('/'), "{}");

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`([^`\s]+)`")]
    private static partial Regex Marked();

    [GeneratedRegex("`jingke ([a-z]+)")]
    private static partial Regex Verb();

    [GeneratedRegex(@"--project ([\w./-]+)")]
    private static partial Regex Project();

    [GeneratedRegex(@"^(\.{1,2}/)?[\w.-]+(/[\w.-]+)*/?$")]
    private static partial Regex PathText();

    [GeneratedRegex(@"^\w[\w.-]*\.(cs|razor|resx|js|scss|targets|props|sh|slnx)$")]
    private static partial Regex SourceFile();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\| `--(\w+)` \| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex SettingRow();

    [GeneratedRegex(@"^\| ([A-Z]+) `(/api/[^`]+)` \| (\w+) \|", RegexOptions.Multiline)]
    private static partial Regex ApiRow();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Value();
}
