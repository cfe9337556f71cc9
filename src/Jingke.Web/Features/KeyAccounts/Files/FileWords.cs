using System.Globalization;
using Jingke.Web.Common.Languages;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>What stands in a file, in words.</summary>
internal static class FileWords
{
    /// <summary>What a file lacks, as a list; empty for nothing.</summary>
    public static string Missing(IStringLocalizer<KeyFileTexts> texts, FileState state) =>
        List(state.Missing.Select(part => texts[$"Part.{part}"].Value));

    /// <summary>A risk as a sentence.</summary>
    public static string Of(IStringLocalizer<KeyFileTexts> texts, FileRisk risk) =>
        risk.Words is { } words ? Sentence(words) : texts[$"Risk.{risk.Code}", risk.Figure];

    /// <summary>What stands within a sentence elsewhere, as one of its own.</summary>
    public static string Sentence(string words) =>
        words.Length > 0 ? $"{char.ToUpper(words[0], CultureInfo.CurrentUICulture)}{words[1..]}" : words;

    /// <summary>Words one after another, as the language does it.</summary>
    public static string List(IEnumerable<string> words) => string.Join(Language.Current == Language.English ? ", " : "、", words);
}
