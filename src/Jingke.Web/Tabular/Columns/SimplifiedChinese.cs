using System.Collections.Frozen;

namespace Jingke.Web.Tabular.Columns;

/// <summary>Folds the traditional characters that occur in headers to simplified ones, for comparing only.</summary>
/// <remarks>
/// The pairs are those ICU's Traditional-Simplified gives for the characters of <see cref="HeaderNames"/>; loading ICU for them would
/// cost a third of a second at each start of the command line.
/// </remarks>
internal static class SimplifiedChinese
{
    private const string Pairs =
        "專专業业買买產产從从價价優优會会冊册淨净創创別别辦办務务動动區区單单縣县發发號号後后員员國国場场頭头寶宝實实對对屬属崗岗幣币庫库應应開开歸归錄录總总戰战戶户據据數数無无時时機机條条來来構构標标檔档濟济潤润電电碼码種种稱称稅税"
        + "簽签簡简類类約约級级納纳線线組组細细織织經经結结統统編编網网職职聯联營营銜衔規规計计訂订認认讓让訊讯記记識识話话詳详貝贝負负責责賬账貨货質质購购費费轄辖過过運运進进郵邮採采銷销門门間间際际頁页項项顧顾題题額额係系傢家凈净埰采"
        + "彆别搆构摺折欵款産产籤签綫线繫系羣群製制註注跤交釦扣録录錶表髮发齣出帳账囯国";

    private static readonly FrozenDictionary<char, char> Simplified = Enumerable
        .Range(0, Pairs.Length / 2)
        .ToFrozenDictionary(i => Pairs[2 * i], i => Pairs[(2 * i) + 1]);

    /// <summary>The text in simplified characters.</summary>
    public static string Fold(string text) =>
        string.Create(
            text.Length,
            text,
            static (folded, given) =>
            {
                for (var i = 0; i < given.Length; i++)
                    folded[i] = Simplified.GetValueOrDefault(given[i], given[i]);
            }
        );
}
