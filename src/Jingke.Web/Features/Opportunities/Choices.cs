using Jingke.Analytics.Ledger;

namespace Jingke.Web.Features.Opportunities;

/// <summary>What a list may be filtered by: the values that occur in it, by name.</summary>
internal static class Choices
{
    /// <summary>The values of a column at some accounts, without "not known".</summary>
    public static (string Value, string Text)[] Of(CodedColumn column, IEnumerable<int> accounts)
    {
        var codes = new HashSet<int>();
        foreach (var account in accounts)
            codes.Add(column.Codes[account]);
        codes.Remove(0);
        return
        [
            .. codes
                .Select(code => (column.Keys[code], column.Names[code]))
                .OrderBy(choice => choice.Item2, StringComparer.Create(new System.Globalization.CultureInfo("zh-Hans"), ignoreCase: true)),
        ];
    }

    /// <summary>Code of a key; null for no key, -1 where nothing has it.</summary>
    public static int? CodeOf(CodedColumn column, string? key) => string.IsNullOrEmpty(key) ? null : Array.IndexOf(column.Keys, key);
}
