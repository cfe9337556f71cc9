using System.Globalization;
using System.Resources;

namespace Jingke.Web.Common.Reasons;

/// <summary>Words of reasons: <c>ReasonTexts.resx</c> and its two translations.</summary>
internal sealed class ReasonTexts
{
    private static readonly ResourceManager Words = new(typeof(ReasonTexts));

    private ReasonTexts() { }

    /// <summary>A phrase in the language of the request, its placeholders filled.</summary>
    public static string Get(string key, params object?[] args)
    {
        var text = Words.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(key);
        return args.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, args);
    }
}
