using System.Globalization;
using System.Text;
using Jingke.Domain.People;

namespace Jingke.Web.Features.SampleData;

/// <summary>The words that the sample company is made of: tables in Words/, so that no Chinese text stands between code.</summary>
internal sealed class SampleWords
{
    /// <summary>The tables, read once.</summary>
    public static SampleWords Only { get; } = new();

    private readonly Dictionary<string, string> words = Rows("words").ToDictionary(row => row[0], row => row[1]);

    private readonly ILookup<string, string[]> knowledge = Rows("knowledge").ToLookup(row => row[0], row => row[1..]);

    private SampleWords()
    {
        Cities = [.. Rows("places").Select(row => new City(row[0], row[1], Number(row[2])))];
        Industries = [.. Rows("industries").Select(row => new Industry(row[0], row[1].Split(','), Number(row[2]), Number(row[3])))];
        Categories = [.. Rows("categories").Select(row => new SampleCategory(row[1], row[0], Number(row[2])))];
        Products =
        [
            .. Rows("products").Select(row => new SampleProduct(row[0], row[1], row[2], (long)Number(row[3]) * Domain.Money.PerUnit)),
        ];
        Sets = [.. Rows("sets").Select(row => new Set(row[0].Split(','), row[1].Split(',')))];
        var people = Rows("people").ToLookup(row => row[0]);
        Teams = [.. people["team"].Select(row => new SampleTeam(row[1], Text(row, 2)))];
        People = [.. people["person"].Select(row => new SamplePerson(row[1], row[2], Enum.Parse<Role>(row[3]), Text(row, 4)))];
        TeamOfProvince = people["region"].SelectMany(row => row[1].Split(',').Select(province => (province, row[2]))).ToDictionary();
    }

    /// <summary>A city with its GB/T 2260 code and how many customers it has against others.</summary>
    internal sealed record City(string Code, string Name, double Weight);

    /// <summary>An industry by GB/T 4754 code, words for company names, how many customers it has and how much they spend against others.</summary>
    internal sealed record Industry(string Code, IReadOnlyList<string> Words, double Weight, double Spending);

    /// <summary>Products, by code, that are bought together, and the industries that do so more than others.</summary>
    internal sealed record Set(IReadOnlyList<string> Industries, IReadOnlyList<string> Products);

    public IReadOnlyList<City> Cities { get; }

    public IReadOnlyList<Industry> Industries { get; }

    public IReadOnlyList<SampleCategory> Categories { get; }

    public IReadOnlyList<SampleProduct> Products { get; }

    public IReadOnlyList<Set> Sets { get; }

    public IReadOnlyList<SampleTeam> Teams { get; }

    public IReadOnlyList<SamplePerson> People { get; }

    /// <summary>First two digits of a province's code to the team that works there.</summary>
    public IReadOnlyDictionary<string, string> TeamOfProvince { get; }

    /// <summary>A word or a string of characters by its key.</summary>
    public string this[string key] => words[key];

    /// <summary>The rows of what is known of customers, by their first column, which is left out.</summary>
    public IReadOnlyList<string[]> Knowledge(string kind) => [.. knowledge[kind]];

    /// <summary>A list of words by its key.</summary>
    public IReadOnlyList<string> List(string key) => words[key].Split('|');

    private static List<string[]> Rows(string table)
    {
        var name = $"Jingke.Web.Features.SampleData.Words.{table}.tsv";
        using var stream =
            typeof(SampleWords).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
            rows.Add(line.Split('\t'));
        return rows;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string? Text(string[] row, int at) => at < row.Length && row[at].Length > 0 ? row[at] : null;
}
