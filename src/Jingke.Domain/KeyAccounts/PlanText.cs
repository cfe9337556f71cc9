namespace Jingke.Domain.KeyAccounts;

/// <summary>Texts of a key-account file.</summary>
internal static class PlanText
{
    /// <summary>The text without spaces around it; empty for none.</summary>
    /// <exception cref="RuleException"><c>key-account.too-long</c></exception>
    public static string Of(string? text, int longest)
    {
        var trimmed = text?.Trim() ?? "";
        return trimmed.Length <= longest ? trimmed : throw new RuleException("key-account.too-long", longest);
    }
}
