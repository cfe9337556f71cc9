using System.Globalization;
using System.Resources;

namespace Jingke.Web.Data.Facts;

/// <summary>Words of vetting: <c>FactTexts.resx</c> and its two translations.</summary>
internal sealed class FactTexts
{
    private static readonly ResourceManager Words = new(typeof(FactTexts));

    private FactTexts() { }

    /// <summary>A phrase in the language of the request, its placeholders filled.</summary>
    public static string Get(string key, params object?[] args)
    {
        var text = Words.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(key);
        return args.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, args);
    }
}
