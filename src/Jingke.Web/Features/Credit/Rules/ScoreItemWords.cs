using Jingke.Domain.Credit;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Credit.Rules;

/// <summary>Where the value of an item comes from, in words.</summary>
internal static class ScoreItemWords
{
    /// <summary>Our own books, the card, an investigation; what comes first is named first.</summary>
    public static string SourceOf(ScoreItem item, IStringLocalizer<CreditTexts> texts) =>
        (item.Measure, item.FieldKey) switch
        {
            ({ } measure, null) => texts["By.own", texts[$"Measure.{measure}"].Value],
            ({ } measure, _) => texts["By.ownFirst", texts[$"Measure.{measure}"].Value],
            (null, null) => texts["By.judgement"],
            _ => texts["By.fact"],
        };
}
