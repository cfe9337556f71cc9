using System.Text;

namespace Jingke.Tests.Duplicates;

/// <summary>Names as people mistype them, from a fixed seed.</summary>
internal sealed class Corruption(int seed)
{
    private const string Common =
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经";
    private const string Simplified =
        "东业丰书亚产亿从众优会传伦伟体余债儿党军农冲创别办务动劳势华协单卖卢卫厂历厅压县双发变叶号后员响园围国图圆场块坚报备复头奖实宝宁对导寿将尔尘层岛师带广庆应开异张强录彻态总恒战户护择损换据摄数无旧时显机权条来极构标栋树样桥检欢济测润涨湾满灭热灵环现电画监盘着矿码碍确礼离种积称稳竞笔简类粮紧纪纯线组细织经络绿维综缘网罗联肃脑节芦苏范药营蓝虑补装规视览觉订训设证评识诚诺谊谐谢财贝责货质贸资赛赞车转轮软轻载输边达过运连进远适选遗邻郑里针钟钢钱铁铜银锋锦键长门问间闻阳阴际陆陈险难静韩页项顺须顾领频风飞饭馆马驾验鱼鲁鸟鸿麦黄齐龙";
    private const string Traditional =
        "東業豐書亞產億從眾優會傳倫偉體餘債兒黨軍農沖創別辦務動勞勢華協單賣盧衛廠歷廳壓縣雙發變葉號後員響園圍國圖圓場塊堅報備復頭獎實寶寧對導壽將爾塵層島師帶廣慶應開異張強錄徹態總恆戰戶護擇損換據攝數無舊時顯機權條來極構標棟樹樣橋檢歡濟測潤漲灣滿滅熱靈環現電畫監盤著礦碼礙確禮離種積稱穩競筆簡類糧緊紀純線組細織經絡綠維綜緣網羅聯肅腦節蘆蘇範藥營藍慮補裝規視覽覺訂訓設證評識誠諾誼諧謝財貝責貨質貿資賽贊車轉輪軟輕載輸邊達過運連進遠適選遺鄰鄭裡針鐘鋼錢鐵銅銀鋒錦鍵長門問間聞陽陰際陸陳險難靜韓頁項順須顧領頻風飛飯館馬駕驗魚魯鳥鴻麥黃齊龍";
    private readonly Random random = new(seed);

    /// <summary>The kinds of corruption.</summary>
    public static readonly string[] Kinds = ["suffix", "bracket", "width", "typo", "traditional"];

    /// <summary>The name, corrupted in one way.</summary>
    public string Of(string name, string kind) =>
        kind switch
        {
            "suffix" => Suffix(name),
            "bracket" => Bracket(name),
            "width" => Width(name),
            "typo" => Mistyped(name),
            _ => InTraditional(name),
        };

    private string Suffix(string name) =>
        random.Next(4) switch
        {
            0 => name.Replace("有限公司", "有限责任公司", StringComparison.Ordinal),
            1 => name.Replace("有限公司", "公司", StringComparison.Ordinal),
            2 => name.Replace("有限公司", "", StringComparison.Ordinal),
            _ => name.Replace("有限公司", " Co., Ltd.", StringComparison.Ordinal),
        };

    private string Bracket(string name)
    {
        var (open, close) = random.Next(5) switch
        {
            0 => ("（", "）"),
            1 => ("(", ")"),
            2 => ("【", "】"),
            3 => ("〔", "〕"),
            _ => ("", ""),
        };
        return name.IndexOfAny(['(', '（']) < 0
            ? open + name[..2] + close + name[2..]
            : name.Replace("(", open, StringComparison.Ordinal)
                .Replace("（", open, StringComparison.Ordinal)
                .Replace(")", close, StringComparison.Ordinal)
                .Replace("）", close, StringComparison.Ordinal);
    }

    private string Width(string name)
    {
        var wide = new StringBuilder();
        foreach (var letter in name)
        {
            wide.Append(letter is > ' ' and < (char)127 ? (char)(letter + 0xFEE0) : letter);
            if (random.Next(6) == 0)
                wide.Append('\u3000');
        }
        return wide.ToString();
    }

    private string Mistyped(string name)
    {
        var at = random.Next(name.Length);
        return random.Next(4) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, Common[random.Next(Common.Length)].ToString()),
            2 when at > 0 => string.Concat(name.AsSpan(0, at - 1), name[at].ToString(), name[at - 1].ToString(), name.AsSpan(at + 1)),
            _ => string.Concat(name.AsSpan(0, at), Common[random.Next(Common.Length)].ToString(), name.AsSpan(at + 1)),
        };
    }

    private static string InTraditional(string name)
    {
        var written = new StringBuilder(name);
        for (var at = 0; at < written.Length; at++)
            if (Simplified.IndexOf(written[at]) is var found and >= 0)
                written[at] = Traditional[found];
        return written.ToString();
    }
}
