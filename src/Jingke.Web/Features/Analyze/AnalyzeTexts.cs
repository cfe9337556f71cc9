using System.Globalization;
using System.Resources;

namespace Jingke.Web.Features.Analyze;

/// <summary>The words of the command, from AnalyzeTexts.resx.</summary>
internal static class AnalyzeTexts
{
    private static readonly ResourceManager Texts = new("Jingke.Web.Features.Analyze.AnalyzeTexts", typeof(AnalyzeTexts).Assembly);

    /// <summary>Whether there are words for a code.</summary>
    public static bool Has(string code) => Texts.GetString(code, CultureInfo.InvariantCulture) is not null;

    /// <summary>The words for a code in the current language.</summary>
    public static string Say(string code, params object?[] args)
    {
        var text = Texts.GetString(code, CultureInfo.CurrentUICulture) ?? code;
        return args.Length == 0 ? text : string.Format(CultureInfo.CurrentUICulture, text, args);
    }
}
