using System.Globalization;
using System.Resources;
using Jingke.Domain;
using Jingke.Web.Tabular.Columns;

namespace Jingke.Web.Tabular;

/// <summary>The sentences for everything that can be said about a file, from TabularTexts.resx. Needs no host.</summary>
internal static class TabularTexts
{
    private static readonly ResourceManager Texts = new("Jingke.Web.Tabular.TabularTexts", typeof(TabularTexts).Assembly);

    /// <summary>Whether there is a sentence for a code.</summary>
    public static bool Has(string code) => Texts.GetString(code, CultureInfo.InvariantCulture) is not null;

    /// <summary>The sentence for a refusal.</summary>
    public static string Say(RuleException refusal, CultureInfo? culture = null) => Say(culture, refusal.Code, [.. refusal.Args]);

    /// <summary>The sentence for a note.</summary>
    public static string Say(Note note, CultureInfo? culture = null) => Say(culture, note.Code, note.Args);

    /// <summary>The sentence for a rejected row.</summary>
    public static string Say(RowProblem problem, CultureInfo? culture = null) => Say(culture, problem.Code, problem.Args);

    /// <summary>A word or sentence in a language, the current one when null; the code itself when it has none.</summary>
    public static string Say(CultureInfo? culture, string code, params object?[] args)
    {
        culture ??= CultureInfo.CurrentUICulture;
        var text = Texts.GetString(code, culture) ?? code;
        return args.Length == 0 ? text : string.Format(culture, text, [.. args.Select(arg => Word(arg, culture))]);
    }

    /// <summary>What a field is called.</summary>
    public static string NameOf(Field field, CultureInfo? culture = null) => Say(culture, $"field.{field}");

    private static object? Word(object? arg, CultureInfo culture) =>
        arg switch
        {
            Field field => NameOf(field, culture),
            Field[] fields => string.Join(Say(culture, "or"), fields.Select(field => NameOf(field, culture))),
            RuleException inner => Say(inner, culture),
            long number => number.ToString("N0", culture),
            _ => arg,
        };
}
