using System.Globalization;
using System.Text;
using Jingke.Analytics.Tiers;
using Jingke.Web.Common;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Features.KeyAccounts.Rules;

/// <summary>
/// Tier rules as someone typed them, in an address (to try them) or in a form (to save them): the texts stay as they were, each problem
/// belongs to its field.
/// </summary>
public sealed class TierRulesForm
{
    /// <summary>Names of the weights, in the order of <see cref="ValuePart"/>.</summary>
    public static readonly IReadOnlyList<string> Weights =
    [
        "monetary",
        "profit",
        "frequency",
        "recency",
        "variety",
        "potential",
        "influence",
    ];

    private readonly Dictionary<string, string> texts = [];
    private readonly Dictionary<string, string> problems = [];

    private TierRulesForm() { }

    /// <summary>The rules; null when something is wrong.</summary>
    public TierRules? Rules { get; private set; }

    /// <summary>Sentences by field.</summary>
    public IReadOnlyDictionary<string, string> Problems => problems;

    /// <summary>The texts by field.</summary>
    public IReadOnlyDictionary<string, string> Texts => texts;

    /// <summary>What a field holds.</summary>
    public string this[string field] => texts.GetValueOrDefault(field, "");

    /// <summary>Rules as a form shows them.</summary>
    public static TierRulesForm Of(TierRules rules) => Of(_ => null, rules);

    /// <summary>Reads what was typed.</summary>
    /// <param name="read">The text of a field; null when it was not sent.</param>
    /// <param name="otherwise">Where fields that were not sent come from.</param>
    public static TierRulesForm Of(Func<string, string?> read, TierRules otherwise)
    {
        var form = new TierRulesForm();
        form.Take(read, "key", Plain(otherwise.KeyPercent));
        form.Take(read, "letgo", Plain(otherwise.LetGoPercent));
        foreach (var part in Enum.GetValues<ValuePart>())
            form.Take(read, Weights[(int)part], otherwise.Weights[part].ToString("0.####", CultureInfo.InvariantCulture));
        form.Take(read, "minsales", Format.MoneyField(otherwise.MinimumNetSales));
        form.Take(read, "minorders", otherwise.MinimumOrders is { } orders ? Plain(orders) : "");
        form.Read();
        return form;
    }

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Take(Func<string, string?> read, string field, string otherwise) => texts[field] = read(field)?.Trim() ?? otherwise;

    private void Read()
    {
        var rules = new TierRules
        {
            KeyPercent = Whole("key", isRequired: true) ?? 0,
            LetGoPercent = Whole("letgo", isRequired: true) ?? 0,
            Weights = new(Weight(0), Weight(1), Weight(2), Weight(3), Weight(4), Weight(5), Weight(6)),
            MinimumNetSales = Amount("minsales"),
            MinimumOrders = Whole("minorders", isRequired: false),
        };
        if (problems.Count > 0)
            return;

        foreach (var code in rules.Problems())
        foreach (var field in FieldsOf(code, rules))
            problems.TryAdd(field, ProblemWords.Of(code));
        Rules = problems.Count == 0 ? rules : null;
    }

    private static IEnumerable<string> FieldsOf(string code, TierRules rules) =>
        code switch
        {
            "tier-rules.key-percent" => ["key"],
            "tier-rules.let-go-percent" or "tier-rules.percents-overlap" => ["letgo"],
            "tier-rules.weight-negative" => Enum.GetValues<ValuePart>()
                .Where(part => rules.Weights[part] < 0)
                .Select(part => Weights[(int)part]),
            "tier-rules.no-weight" => ["monetary"],
            _ => rules.MinimumNetSales < 0 ? ["minsales"] : ["minorders"],
        };

    private int? Whole(string field, bool isRequired)
    {
        var text = this[field].TrimEnd('%').TrimEnd();
        if (text.Length == 0)
        {
            if (isRequired)
                problems[field] = ProblemWords.Of("required");
            return null;
        }
        if (int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
            return number;

        problems[field] = ProblemWords.Of("not-a-whole-number", this[field]);
        return null;
    }

    private double Weight(int part)
    {
        var text = this[Weights[part]];
        if (text.Length == 0)
            return 0;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && Math.Abs(weight) <= 1_000_000)
            return weight;

        problems[Weights[part]] = ProblemWords.Of("not-a-number", text);
        return 0;
    }

    // As amounts are read in files, so that 12.3 万 is understood.
    private long? Amount(string field)
    {
        var text = this[field];
        if (text.Length == 0)
            return null;
        if (
            NumberText.Read(Encoding.UTF8.GetBytes(text), DecimalMark.Point, out var amount) == ReadResult.Ok
            && amount.Form == NumberForm.Plain
        )
            return amount.TenThousandths;

        problems[field] = ProblemWords.Of("not-an-amount", text);
        return null;
    }
}
