namespace Jingke.Web.Common.Reasons;

/// <summary>Why an account moved from hand to hand, in words: what a person wrote stays as it is, a rule is said with its number.</summary>
internal static class MoveReasonWords
{
    private static readonly string[] Codes = ["import", "import-undone", "no-follow-up", "no-order"];

    /// <summary>The reason in the language of the request; empty when there is none.</summary>
    /// <param name="reason">As <see cref="Domain.Accounts.OwnerMove.Reason"/> keeps it.</param>
    public static string Of(string reason)
    {
        if (reason == "undone")
            return ReasonTexts.Get("Move.undone");
        var colon = reason.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Codes.Contains(reason[..colon]) ? ReasonTexts.Get($"Move.{reason[..colon]}", reason[(colon + 1)..]) : reason;
    }
}
