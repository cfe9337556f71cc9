using Jingke.Analytics.Profit;
using Jingke.Analytics.Tiers;
using Jingke.Web.Common;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Profit;

/// <summary>Why a big account is no VIP, in words.</summary>
internal static class ProfitWords
{
    /// <summary>The reasons, the most telling first.</summary>
    public static IReadOnlyList<string> Of(BigNotVip big, IStringLocalizer<ProfitTexts> words, string unit) =>
        [.. big.Reasons.Select(reason => Of(reason, words, unit)).OfType<string>()];

    /// <summary>The reasons in one line.</summary>
    public static string Line(BigNotVip? big, IStringLocalizer<ProfitTexts> words, string unit) =>
        big is null ? "" : string.Join(words["Semicolon"], Of(big, words, unit));

    private static string? Of(Reason reason, IStringLocalizer<ProfitTexts> words, string unit) =>
        reason.Code switch
        {
            ProfitReasonCodes.Loss => words["Why.loss", Format.MoneyShort(-(long)reason.Arguments[0]), unit].Value,
            ProfitReasonCodes.RankDrop => words[
                "Why.rank-drop",
                Format.Number(reason.Arguments[0], 0),
                Format.Number(reason.Arguments[1], 0),
                Format.Number(reason.Arguments[2], 0)
            ].Value,
            ProfitReasonCodes.ThinMargin or ProfitReasonCodes.CostToServe or ProfitReasonCodes.LatePayment => words[
                $"Why.{reason.Code["profit.".Length..]}",
                Format.Percent(reason.Arguments[0]),
                Format.Percent(reason.Arguments[1]),
                Format.MoneyShort((long)reason.Arguments[2]),
                unit
            ].Value,
            // A reason that a later version finds: better left out than a page that fails.
            _ => null,
        };
}
