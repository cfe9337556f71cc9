using System.Globalization;
using System.Resources;

namespace Jingke.Web.Features.Import;

/// <summary>Words of the import pages and of <c>jingke import</c>: <c>ImportTexts.resx</c> and its translations.</summary>
internal sealed class ImportTexts
{
    private static readonly ResourceManager Words = new(typeof(ImportTexts));

    private ImportTexts() { }

    /// <summary>Under which key the pages ask what only a person can say; the command line asks it with its own options.</summary>
    public static string OfQuestion(string code) =>
        code switch
        {
            "dates.mixed" => "DatesMixed",
            "dates.ambiguous" => "DatesOpen",
            "numbers.mixed" => "NumbersMixed",
            _ => "NumbersOpen",
        };

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
