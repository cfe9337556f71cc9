using System.Globalization;
using System.Resources;
using Jingke.Domain;
using Jingke.Web.Tabular;

namespace Jingke.Web.Common;

/// <summary>
/// Words for problems, the only place that makes them: pages, endpoints and the command line say the same. The sentences
/// stand in <c>Problems.resx</c> and its translations, each under its code.
/// </summary>
internal static class ProblemWords
{
    private static readonly ResourceManager Words = new("Jingke.Web.Common.Problems", typeof(ProblemWords).Assembly);

    /// <summary>The sentence for a refusal, in the language of the request.</summary>
    public static string Of(RuleException refusal) => Of(refusal.Code, [.. refusal.Args]);

    /// <summary>
    /// The sentence for a code. What is wrong with files is worded beside their reader, which needs it without a host. A code
    /// without words is a mistake of ours, which a test finds; a person then still reads that it was not done.
    /// </summary>
    public static string Of(string code, params object?[] args)
    {
        if (Find(code) is not { } text)
            return TabularTexts.Has(code) ? TabularTexts.Say(null, code, args) : Find("unexpected")!;
        return args.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, [.. args.Select(Readable)]);
    }

    /// <summary>Whether there are words for a code.</summary>
    public static bool Has(string code) => Find(code) is not null || TabularTexts.Has(code);

    /// <summary>
    /// The sentence for the message of a validation attribute: a code, with its values after colons ("too-long:200").
    /// A message that is no code is a sentence already.
    /// </summary>
    public static string OfMessage(string message)
    {
        var parts = message.Split(':');
        return Find(parts[0]) is null ? message : Of(parts[0], [.. parts.Skip(1)]);
    }

    private static string? Find(string code) => Words.GetString(code, CultureInfo.CurrentUICulture);

    private static object? Readable(object? value) =>
        value switch
        {
            DateOnly day => Format.Date(day),
            Money money => Format.Money(money.TenThousandths),
            int or long => Format.Count(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            _ => value,
        };
}
