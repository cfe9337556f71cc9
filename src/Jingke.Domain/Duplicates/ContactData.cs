using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Jingke.Domain.Duplicates;

/// <summary>Telephone numbers and e-mail addresses made comparable.</summary>
public static class ContactData
{
    private const int ShortestPhone = 7;
    private static readonly SearchValues<char> Separators = SearchValues.Create("转x#分/,;、");

    private static readonly FrozenSet<string> PublicDomains = (
        "qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com yeah.net 188.com sina.com sina.cn vip.sina.com sohu.com 139.com 189.cn "
        + "wo.cn tom.com 21cn.com 263.net aliyun.com gmail.com googlemail.com hotmail.com outlook.com live.com live.cn msn.com icloud.com me.com "
        + "yahoo.com yahoo.cn yahoo.com.cn yahoo.com.tw yahoo.com.hk aol.com protonmail.com proton.me gmx.com gmx.de mail.com mail.ru yandex.ru "
        + "hinet.net pchome.com.tw netvigator.com example.com example.org example.net"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The digits of a number as it would be dialled inside China: without +86 or 0086, without the zero of the area code, without an
    /// extension. Null for what is too short to belong to one customer, such as a service number, or is one digit over and over.
    /// </summary>
    public static string? Phone(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var digits = new StringBuilder(16);
        var folded = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var cut = folded.AsSpan().IndexOfAny(Separators);
        foreach (var letter in cut > 0 ? folded.AsSpan(0, cut) : folded)
            if (char.IsAsciiDigit(letter))
                digits.Append(letter);
        var number = digits.ToString();
        if (number.StartsWith("0086", StringComparison.Ordinal))
            number = number[4..];
        else if (number.StartsWith("86", StringComparison.Ordinal) && number.Length is 12 or 13)
            number = number[2..];
        // An extension after a hyphen: 021-5888 8888-801.
        if (number.StartsWith('0'))
            number = WithoutExtension(number)[1..];
        return number.Length < ShortestPhone || number.Distinct().Count() == 1 || IsServiceNumber(number) ? null : number;
    }

    /// <summary>The domain of an e-mail address, lower case; null for an address without one and for public mail providers.</summary>
    public static string? MailDomain(string? email)
    {
        var at = email?.LastIndexOf('@') ?? -1;
        if (at < 0)
            return null;
        var domain = email![(at + 1)..].Trim().TrimEnd('.', '>').ToLowerInvariant();
        return domain.Contains('.') && !PublicDomains.Contains(domain) ? domain : null;
    }

    // Area codes have two digits for 10 and 2x, three for all others; numbers have seven or eight.
    private static string WithoutExtension(string number)
    {
        var longest = 1 + (number.Length > 1 && number[1] is '1' or '2' ? 2 : 3) + 8;
        return number.Length > longest ? number[..longest] : number;
    }

    // 400 and 800 numbers are the customer's own; 95xxx and 12345 are short and left out by their length.
    private static bool IsServiceNumber(string number) => number is "12345678" or "1234567" or "13800138000" or "13888888888";
}
