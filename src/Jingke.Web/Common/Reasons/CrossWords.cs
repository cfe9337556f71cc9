using Jingke.Analytics.CrossSelling;
using Jingke.Analytics.Ledger;

namespace Jingke.Web.Common.Reasons;

/// <summary>Why a product is suggested to an account, in words.</summary>
internal static class CrossWords
{
    /// <summary>One line: 买轴承的 120 家客户里 78 家也买油封（65%），是全部客户的 2.1 倍.</summary>
    public static string Of(AssociationRule rule, ProductDirectory products) =>
        ReasonTexts.Get(
            "Cross.rule",
            products.Names[rule.From],
            Format.Count(rule.Buyers),
            Format.Count(rule.Cases),
            products.Names[rule.To],
            Format.Percent(rule.Confidence, 0),
            Format.Number(rule.Lift, 1)
        );

    /// <summary>One line: 同类客户 50 家里 32 家也买（64%），全部客户里是 30%.</summary>
    /// <param name="purchase">What they buy.</param>
    /// <param name="peers">How many they are.</param>
    public static string Of(PeerPurchase purchase, int peers) =>
        ReasonTexts.Get(
            "Cross.peers",
            Format.Count(peers),
            Format.Count(purchase.Cases),
            Format.Percent(purchase.Share, 0),
            Format.Percent(purchase.ShareOfAll, 0)
        );
}
