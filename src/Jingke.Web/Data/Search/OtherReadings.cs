using System.Collections.Frozen;
using System.Text;

namespace Jingke.Web.Data.Search;

/// <summary>
/// Readings besides the one that ICU gives, for characters that are common in names of companies and people.
/// Tones do not count, since nobody types them.
/// </summary>
internal static class OtherReadings
{
    private const string Table = """
        重 zhong chong, 长 chang zhang, 单 dan shan chan, 曾 zeng ceng, 解 jie xie, 仇 qiu chou, 朴 pu piao, 区 qu ou
        盖 gai ge, 查 cha zha, 缪 miao miu mou, 覃 qin tan, 尉 wei yu, 翟 zhai di, 乐 le yue, 行 hang xing, 厦 sha xia
        都 du dou, 校 xiao jiao, 调 diao tiao, 传 chuan zhuan, 弹 tan dan, 朝 chao zhao, 率 lv shuai lu, 宿 su xiu, 车 che ju
        沈 shen chen, 种 zhong chong, 藏 zang cang, 柏 bai bo, 佛 fo fu, 角 jiao jue, 觉 jue jiao, 卜 bu bo, 贾 jia gu
        蔚 wei yu, 洗 xi xian, 绿 lv lu, 脉 mai mo, 娜 na nuo, 员 yuan yun, 晟 sheng cheng, 盛 sheng cheng, 召 zhao shao
        埔 pu bu, 堡 bao pu bu, 曝 bao pu, 瀑 pu bao, 栖 qi xi, 茄 qie jia, 圈 quan juan, 塞 sai se, 杉 shan sha, 汤 tang shang
        吓 xia he, 纤 xian qian, 降 jiang xiang, 巷 xiang hang, 削 xiao xue, 血 xue xie, 殷 yin yan, 钥 yao yue, 约 yue yao
        扎 za zha, 轧 zha ya, 粘 zhan nian, 殖 zhi shi, 爪 zhua zhao, 综 zong zeng, 阿 a e, 艾 ai yi, 蚌 beng bang, 辟 pi bi
        扁 bian pian, 便 bian pian, 泊 bo po, 伯 bo bai, 薄 bo bao, 剥 bo bao, 参 can shen, 颤 chan zhan, 澄 cheng deng
        乘 cheng sheng, 匙 chi shi, 臭 chou xiu, 畜 chu xu, 绰 chuo chao, 攒 zan cuan, 沓 da ta, 囤 tun dun, 番 fan pan
        冯 feng ping, 给 gei ji, 谷 gu yu, 龟 gui jun qiu, 炔 que gui, 桧 gui hui, 会 hui kuai, 豁 huo hua, 隽 jun juan
        槛 kan jian, 咀 ju zui, 句 ju gou, 嚼 jiao jue, 浚 jun xun, 括 kuo gua, 勒 le lei, 肋 lei le, 棱 leng ling, 六 liu lu
        弄 nong long, 陆 lu liu, 露 lu lou, 泌 mi bi, 模 mo mu, 牟 mou mu, 疟 nue yao, 迫 po pai, 俞 yu shu, 於 yu wu, 叶 ye xie
        遗 yi wei, 隗 wei kui, 乜 mie nie, 眭 sui gui, 祭 zhai ji, 繁 fan po, 郇 xun huan, 宓 mi fu, 佴 nai er, 氏 shi zhi
        莘 shen xin, 歙 she xi, 铅 qian yan, 莞 guan wan, 涡 wo guo, 荥 xing ying, 枞 zong cong
        """;

    private static readonly FrozenDictionary<Rune, string[]> ByCharacter = Read();

    /// <summary>Readings that the table gives for a simplified character; empty for most.</summary>
    public static IReadOnlyList<string> Of(Rune character) => ByCharacter.GetValueOrDefault(character) ?? [];

    private static FrozenDictionary<Rune, string[]> Read() =>
        Table
            .Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' '))
            .ToFrozenDictionary(parts => Rune.GetRuneAt(parts[0], 0), parts => parts[1..]);
}
