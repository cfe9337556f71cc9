using System.Text;

namespace Jingke.Domain.Reference;

/// <summary>An industry of GB/T 4754-2017.</summary>
/// <param name="Code">A letter for a section, two to four digits below it; leading zeros count.</param>
/// <param name="Name">Name in simplified Chinese; some names occur under several codes.</param>
/// <param name="Section">Letter of the section it belongs to.</param>
public sealed record Industry(string Code, string Name, string Section);

/// <summary>National industry classification, codes and names only.</summary>
public static class Industries
{
    private static readonly Lazy<Dictionary<string, Industry>> Coded = new(() => Load().ToDictionary(industry => industry.Code));
    private static readonly Lazy<Dictionary<string, Industry>> Named = new(ByName);

    /// <summary>All industries by code.</summary>
    public static IReadOnlyDictionary<string, Industry> All => Coded.Value;

    /// <summary>Recognises an industry by code (C3921, 3921, c) or exact name, punctuation and width aside; else null.</summary>
    /// <remarks>A name that a group shares with its class, such as 国际组织, reads as the shorter code.</remarks>
    public static Industry? Recognise(string? text)
    {
        var key = Key(text);
        if (key.Length == 0)
            return null;
        if (Coded.Value.TryGetValue(key.ToUpperInvariant(), out var industry))
            return industry;
        if (key.Length > 1 && char.IsAsciiLetter(key[0]) && Coded.Value.TryGetValue(key[1..], out industry))
            return string.Equals(industry.Section, key[..1], StringComparison.OrdinalIgnoreCase) ? industry : null;
        return Named.Value.GetValueOrDefault(key) ?? (key.EndsWith('业') ? null : Named.Value.GetValueOrDefault(key + "业"));
    }

    private static string Key(string? text)
    {
        var key = new StringBuilder();
        foreach (var c in (text ?? "").Normalize(NormalizationForm.FormKC))
            if (char.IsLetterOrDigit(c))
                key.Append(char.ToLowerInvariant(c));
        return key.ToString();
    }

    private static Dictionary<string, Industry> ByName()
    {
        var named = new Dictionary<string, Industry>();
        foreach (var industry in Coded.Value.Values.OrderBy(industry => industry.Code.Length))
            named.TryAdd(Key(industry.Name), industry);
        return named;
    }

    private static IEnumerable<Industry> Load()
    {
        using var stream =
            typeof(Industries).Assembly.GetManifestResourceStream("Jingke.Domain.Reference.industries.tsv")
            ?? throw new InvalidOperationException("The list of industries is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            yield return new Industry(parts[0], parts[1], parts[2]);
        }
    }
}
