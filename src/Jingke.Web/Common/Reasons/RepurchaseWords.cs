using Jingke.Analytics.CrossSelling;

namespace Jingke.Web.Common.Reasons;

/// <summary>When an account buys a product again, in words.</summary>
internal static class RepurchaseWords
{
    /// <summary>One line: 平时每 30 天买一次，最近一次 2026-10-01，已晚 12 天.</summary>
    public static string Of(Repurchase figure) =>
        ReasonTexts.Get("Due.gap", Format.Count(Gap(figure)), Format.Date(figure.LastOn)) + ReasonTexts.Get("Due.comma") + Overdue(figure);

    /// <summary>How late it is: 已晚 12 天, 今天到期, 预计 3 天后.</summary>
    public static string Overdue(Repurchase figure) =>
        Days(figure) switch
        {
            > 0 and var late => ReasonTexts.Get("Due.late", Format.Count(late)),
            0 => ReasonTexts.Get("Due.today"),
            var ahead => ReasonTexts.Get("Due.ahead", Format.Count(-ahead)),
        };

    /// <summary>Whole days since the next purchase was expected; negative where it is expected in so many days.</summary>
    public static int Days(Repurchase figure) => figure.SinceDays - Gap(figure);

    /// <summary>The expected gap in whole days, at least one.</summary>
    public static int Gap(Repurchase figure) => Math.Max((int)Math.Round(figure.ExpectedGapDays, MidpointRounding.AwayFromZero), 1);

    /// <summary>The day on which the next purchase is expected.</summary>
    public static DateOnly ExpectedOn(Repurchase figure) => figure.LastOn.AddDays(Gap(figure));
}
