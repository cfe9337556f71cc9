using System.Globalization;
using System.Resources;

namespace Jingke.Web.Common.Periods;

/// <summary>Words of the period chooser: <c>PeriodTexts.resx</c> and its two translations.</summary>
internal sealed class PeriodTexts
{
    private static readonly ResourceManager Words = new(typeof(PeriodTexts));

    private PeriodTexts() { }

    /// <summary>A sentence in the language of the request, its placeholders filled.</summary>
    public static string Get(string key, params object?[] args)
    {
        var text = Words.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(key);
        return args.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, args);
    }
}
