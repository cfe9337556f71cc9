using System.Globalization;
using System.Resources;

namespace Jingke.Web.Features.Import;

/// <summary>Words of the import pages and of <c>jingke import</c>: <c>ImportTexts.resx</c> and its translations.</summary>
internal sealed class ImportTexts
{
    private static readonly ResourceManager Words = new(typeof(ImportTexts));

    private ImportTexts() { }

    /// <summary>A sentence in the present language; numbers are grouped.</summary>
    public static string Get(string key, params object?[] args)
    {
        var text = Words.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(key);
        return args.Length == 0
            ? text
            : string.Format(
                CultureInfo.InvariantCulture,
                text,
                [.. args.Select(arg => arg is long count ? Common.Format.Count(count) : arg)]
            );
    }
}
