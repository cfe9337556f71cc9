namespace Jingke.Domain.Duplicates;

/// <summary>One reason for or against two accounts being one customer.</summary>
/// <param name="Code">Which, see <see cref="MatchSignals"/>; the key of its sentence.</param>
/// <param name="Points">What it weighs, in log odds; negative speaks against.</param>
/// <param name="Args">What matched or contradicts.</param>
public sealed record MatchSignal(string Code, double Points, params IReadOnlyList<string> Args);

/// <summary>The codes of <see cref="MatchSignal"/>.</summary>
public static class MatchSignals
{
    /// <summary>The names are equal but for width, case, brackets, blanks, traditional characters.</summary>
    public const string NameEqual = "name-equal";

    /// <summary>The cores of the names are equal (core).</summary>
    public const string CoreEqual = "core-equal";

    /// <summary>One character is mistyped, missing or too many (left, right).</summary>
    public const string NameTypo = "name-typo";

    /// <summary>A mistyped character that sounds alike (left, right).</summary>
    public const string NameSound = "name-sound";

    /// <summary>The names have nothing in common.</summary>
    public const string NameDiffers = "name-differs";

    /// <summary>The same valid credit code (code).</summary>
    public const string CreditCodeEqual = "credit-code-equal";

    /// <summary>Two different valid credit codes (left, right).</summary>
    public const string CreditCodeDiffers = "credit-code-differs";

    /// <summary>Credit codes one character apart, of which at least one is wrong (left, right).</summary>
    public const string CreditCodeTypo = "credit-code-typo";

    /// <summary>The same telephone number (number).</summary>
    public const string PhoneEqual = "phone-equal";

    /// <summary>Two persons of one name with different numbers (left, right).</summary>
    public const string PhoneDiffers = "phone-differs";

    /// <summary>The same e-mail domain (domain).</summary>
    public const string DomainEqual = "domain-equal";

    /// <summary>Different provinces or cities (codes left, right).</summary>
    public const string RegionDiffers = "region-differs";

    /// <summary>Different legal forms.</summary>
    public const string FormDiffers = "form-differs";

    /// <summary>One is a branch or shop of its own (branch left, branch right).</summary>
    public const string BranchDiffers = "branch-differs";

    /// <summary>The numbers in the names differ (left, right).</summary>
    public const string NumberDiffers = "number-differs";

    /// <summary>One is a company, the other a household.</summary>
    public const string KindDiffers = "kind-differs";

    /// <summary>They count among different groups of customers (left, right).</summary>
    public const string SegmentDiffers = "segment-differs";

    /// <summary>The name is shared by many accounts (number).</summary>
    public const string NameCommon = "name-common";
}
