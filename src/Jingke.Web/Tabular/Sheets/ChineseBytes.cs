namespace Jingke.Web.Tabular.Sheets;

/// <summary>Judges how well bytes read as GBK and as Big5.</summary>
internal static class ChineseBytes
{
    /// <summary>For each encoding the share of bytes beyond ASCII that form common characters, 0 to 1.</summary>
    public static (double Gbk, double Big5) Score(ReadOnlySpan<byte> bytes) => (Share(bytes, Gbk), Share(bytes, Big5));

    // 1 for a common character, 0.5 for a possible one, 0 for what the encoding does not have.
    private static double Gbk(byte lead, byte trail) =>
        lead switch
        {
            >= 0xB0 and <= 0xD7 when trail >= 0xA1 && trail != 0xFF => 1, // GB2312 level 1
            >= 0xA1 and <= 0xA3 when trail >= 0xA1 && trail != 0xFF => 1, // punctuation, full-width forms
            >= 0xD8 and <= 0xF7 when trail >= 0xA1 && trail != 0xFF => 0.8,
            >= 0x81 and <= 0xFE when trail >= 0x40 && trail is not (0x7F or 0xFF) => 0.5,
            _ => 0,
        };

    private static double Big5(byte lead, byte trail) =>
        trail is not ((>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE))
            ? 0
            : lead switch
            {
                >= 0xA4 and <= 0xC6 => 1, // level 1
                >= 0xA1 and <= 0xA3 => 1,
                >= 0xC9 and <= 0xF9 => 0.6,
                _ => 0,
            };

    private static double Share(ReadOnlySpan<byte> bytes, Func<byte, byte, double> judge)
    {
        var (points, pairs) = (0.0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
                continue;
            if (i + 1 == bytes.Length)
                break;
            // Four bytes of GB18030: rare characters, neither for nor against.
            if (bytes[i + 1] is >= 0x30 and <= 0x39 && i + 3 < bytes.Length && bytes[i + 2] >= 0x81 && bytes[i + 3] is >= 0x30 and <= 0x39)
            {
                i += 3;
                continue;
            }
            var value = judge(bytes[i], bytes[i + 1]);
            points += value;
            pairs++;
            if (value > 0)
                i++;
        }
        return pairs == 0 ? 0 : points / pairs;
    }
}
