using System.Globalization;
using System.Resources;

namespace Jingke.Web.Common;

/// <summary>
/// Words of the shell and of the shared components: <c>CommonTexts.resx</c> and its two translations. Components inject
/// <c>IStringLocalizer&lt;CommonTexts&gt;</c>; code that has nothing injected asks here.
/// </summary>
internal sealed class CommonTexts
{
    private static readonly ResourceManager Words = new(typeof(CommonTexts));

    private CommonTexts() { }

    /// <summary>A sentence in the language of the request, its placeholders filled.</summary>
    public static string Get(string key, params object?[] args)
    {
        var text = Words.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(key);
        return args.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, args);
    }
}
