using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Jingke.Tests.Support;
using Xunit;

namespace Jingke.Tests.House;

/// <summary>Rules of the house that a machine can guard. Column types: ModelTests. Words: TextsTests. Routes: EveryRouteTests.</summary>
public sealed partial class HouseRules
{
    private const int LongestFile = 250;
    private static readonly Assembly Domain = typeof(Jingke.Domain.Money).Assembly;
    private static readonly Assembly Analytics = typeof(Jingke.Analytics.Ledger.SalesLedger).Assembly;
    private static readonly Assembly Web = typeof(Jingke.Web.Serve).Assembly;

    /// <summary>Where Chinese belongs into code: it recognises what people write, is reference data, is notation, or speaks on a console.</summary>
    private static readonly string[] MayHoldChinese =
    [
        "src/Jingke.Analytics/Breakdowns/ZoneMap.cs",
        "src/Jingke.Domain/Duplicates/",
        "src/Jingke.Domain/Facts/LunarDate.cs",
        "src/Jingke.Domain/Facts/Vetting/CrossChecks.cs",
        "src/Jingke.Domain/Facts/Vetting/FactTests.cs",
        "src/Jingke.Domain/Reference/",
        "src/Jingke.Web/Common/Languages/Language.cs",
        "src/Jingke.Web/Common/ShortNumber.cs",
        "src/Jingke.Web/Common/Unit.cs",
        "src/Jingke.Web/Data/Search/OtherReadings.cs",
        "src/Jingke.Web/Doctor.cs",
        "src/Jingke.Web/Features/Analysis/Extremes/FloorText.cs",
        "src/Jingke.Web/Features/Import/Accounts/AccountValues.cs",
        "src/Jingke.Web/Features/Pools/PoolVerb.cs",
        "src/Jingke.Web/Features/SetUp/StartNotice.cs",
        "src/Jingke.Web/Features/Users/UserVerb.cs",
        "src/Jingke.Web/Ledger/Opportunities/LikenessColumn.cs",
        "src/Jingke.Web/StartFailure.cs",
        "src/Jingke.Web/CallCheck.cs",
        "src/Jingke.Web/Tabular/",
        "src/Jingke.Web/Verbs.cs",
    ];

    /// <summary>Files that one subject makes longer.</summary>
    private static readonly string[] MayBeLong = ["src/Jingke.Web/Features/Analyze/TableReport.cs"];

    [Fact]
    public void Domain_and_analytics_know_nothing_of_the_rest()
    {
        Assert.DoesNotContain(NamesOf(Domain), name => !name.StartsWith("System", StringComparison.Ordinal));
        Assert.DoesNotContain(
            NamesOf(Analytics),
            name => !name.StartsWith("System", StringComparison.Ordinal) && name != "MathNet.Numerics"
        );
        Assert.Empty(ItemsOf("src/Jingke.Domain/Jingke.Domain.csproj", "ProjectReference", "PackageReference", "FrameworkReference"));
        Assert.Empty(ItemsOf("src/Jingke.Analytics/Jingke.Analytics.csproj", "ProjectReference", "FrameworkReference"));
    }

    [Fact]
    public void Features_do_not_use_each_other_and_nothing_below_uses_them()
    {
        var wrong =
            from type in Web.GetTypes()
            let user = FeatureOf(type)
            where !IsRoot(type)
            from used in ReferencedTypes.Of(type)
            let feature = FeatureOf(used)
            where feature is not null && feature != user
            select $"{type.FullName} uses {used.FullName}";

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void The_look_into_code_sees_what_a_method_uses()
    {
        var seen = ReferencedTypes.Of(typeof(Jingke.Web.Serve));

        Assert.Contains(seen, type => type == typeof(Jingke.Web.Features.SetUp.StartNotice) || FeatureOf(type) == "SetUp");
    }

    [Fact]
    public void No_type_is_named_after_having_no_subject()
    {
        var vague =
            from assembly in (Assembly[])[Domain, Analytics, Web]
            from type in assembly.GetTypes()
            where !type.IsDefined(typeof(CompilerGeneratedAttribute)) && VagueName().IsMatch(type.Name.Split('`')[0])
            select type.FullName;

        Assert.Empty(vague);
    }

    [Fact]
    public void Public_members_must_be_documented_and_warnings_stop_the_build()
    {
        var props = XDocument.Load(Path.Combine(SourceTree.Root, "Directory.Build.props"));

        Assert.Equal("true", props.Descendants("GenerateDocumentationFile").Single().Value);
        Assert.Equal("true", props.Descendants("TreatWarningsAsErrors").Single().Value);
        Assert.Empty(props.Descendants("NoWarn"));
        Assert.All(SourceTree.Files("src", "*.csproj"), project => Assert.Empty(XDocument.Load(project).Descendants("NoWarn")));
        Assert.All(SourceTree.Files("src", "*.cs"), file => Assert.DoesNotContain("warning disable CS1591", File.ReadAllText(file)));
    }

    [Fact]
    public void The_machine_clock_is_banned()
    {
        var banned = File.ReadAllText(Path.Combine(SourceTree.Root, "BannedSymbols.txt"));

        foreach (
            var member in (string[])["DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow"]
        )
            Assert.Contains($"P:System.{member};", banned);
        Assert.Contains(
            "Microsoft.CodeAnalysis.BannedApiAnalyzers",
            File.ReadAllText(Path.Combine(SourceTree.Root, "Directory.Build.props"))
        );
        Assert.DoesNotContain("RS0030", File.ReadAllText(Path.Combine(SourceTree.Root, ".editorconfig")));
        Assert.All(Code("src"), file => Assert.DoesNotContain("disable RS0030", File.ReadAllText(file)));
    }

    [Fact]
    public void A_file_has_one_subject_and_stays_short()
    {
        var tooLong = Code("src")
            .Where(file => File.ReadLines(file).Count() > LongestFile)
            .Select(SourceTree.Relative)
            .Order(StringComparer.Ordinal);

        Assert.Equal(MayBeLong, tooLong);
    }

    [Fact]
    public void Words_of_the_screen_stand_in_resources()
    {
        var holders = Code("src")
            .Select(file => (Path: SourceTree.Relative(file), Text: Comment().Replace(File.ReadAllText(file), "")))
            .Where(file => Chinese().IsMatch(file.Text))
            .Select(file => file.Path)
            .ToList();

        Assert.DoesNotContain(holders, path => !MayHoldChinese.Any(allowed => path.StartsWith(allowed, StringComparison.Ordinal)));
        Assert.All(MayHoldChinese, allowed => Assert.Contains(holders, path => path.StartsWith(allowed, StringComparison.Ordinal)));
    }

    [Fact]
    public void An_address_put_together_in_a_page_is_encoded_once()
    {
        // The framework encodes what it puts together; an entity in it would be encoded again and lead elsewhere.
        Assert.Empty(
            Code("src")
                .Where(file => Path.GetExtension(file) == ".razor" && EncodedTwice().IsMatch(File.ReadAllText(file)))
                .Select(SourceTree.Relative)
        );
    }

    private static IEnumerable<string> Code(string folder) =>
        SourceTree
            .Files(folder, "*.*")
            .Where(path => Path.GetExtension(path) is ".cs" or ".razor" && !path.Contains("/Migrations/", StringComparison.Ordinal));

    private static IEnumerable<string> NamesOf(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static IEnumerable<string> ItemsOf(string project, params string[] kinds) =>
        XDocument
            .Load(Path.Combine(SourceTree.Root, project))
            .Descendants()
            .Where(element => kinds.Contains(element.Name.LocalName))
            .Select(element => element.Attribute("Include")?.Value ?? "");

    // The program itself puts the features together, and the schedule names their jobs.
    private static bool IsRoot(Type type) =>
        type.Namespace is null or "Jingke.Web" or "Jingke.Web.Jobs" || type.Name.StartsWith('<') && type.DeclaringType is null;

    private static string? FeatureOf(Type type) =>
        type.Namespace is { } space && Feature().Match(space) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^Jingke\.Web\.Features\.([A-Za-z]+)")]
    private static partial Regex Feature();

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Service|Dto|Impl|Info)$")]
    private static partial Regex VagueName();

    [GeneratedRegex("=\"[^\"]*@[^\"]*&amp;|=\"[^\"]*&amp;[^\"]*@")]
    private static partial Regex EncodedTwice();

    [GeneratedRegex(@"@\*.*?\*@|/\*.*?\*/|(?<=^|\s)//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Chinese();
}
