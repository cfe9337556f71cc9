using System.Globalization;
using System.Text.Json;

namespace Jingke.Benchmarks.Reporting;

/// <summary>A measured figure.</summary>
/// <param name="Benchmark">Name of the benchmark.</param>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Wanted">What it should be, in words; null for a figure that only explains.</param>
/// <param name="Reached">Whether it is; null where nothing is wanted.</param>
internal sealed record Figure(string Benchmark, string Name, double Value, string Unit, string? Wanted, bool? Reached);

/// <summary>Collects figures, shows them while they come, and leaves them as JSON.</summary>
internal sealed class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<Figure> figures = [];
    private readonly List<string> machine = [.. Machine.Describe()];

    /// <summary>Notes how busy the machine is as a benchmark begins.</summary>
    public void Begin(string benchmark)
    {
        machine.Add($"{benchmark}: load {Machine.Load()}");
        Console.WriteLine();
        Console.WriteLine($"{benchmark} (load {Machine.Load()})");
    }

    /// <summary>A figure that only explains.</summary>
    public void Note(string benchmark, string name, double value, string unit) => Add(new(benchmark, name, value, unit, null, null));

    /// <summary>A figure that should be at least so much.</summary>
    public void AtLeast(string benchmark, string name, double value, string unit, double wanted) =>
        Add(new(benchmark, name, value, unit, $">= {Number(wanted)}", value >= wanted));

    /// <summary>A figure that should be at most so much.</summary>
    public void AtMost(string benchmark, string name, double value, string unit, double wanted) =>
        Add(new(benchmark, name, value, unit, $"<= {Number(wanted)}", value <= wanted));

    /// <summary>Writes everything that was measured.</summary>
    public void Write(string path)
    {
        File.WriteAllText(path, JsonSerializer.Serialize(new { machine, figures }, Json));
        Console.WriteLine();
        Console.WriteLine($"All figures: {path}");
    }

    private void Add(Figure figure)
    {
        figures.Add(figure);
        var verdict = figure.Reached switch
        {
            true => $"  (wanted {figure.Wanted})",
            false => $"  (wanted {figure.Wanted}: MISSED)",
            null => "",
        };
        Console.WriteLine($"  {figure.Name, -52} {Number(figure.Value), 12} {figure.Unit}{verdict}");
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 100 ? "#,0" : "0.##", CultureInfo.InvariantCulture);
}
