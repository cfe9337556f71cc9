using System.Text;
using Jingke.Domain.Accounts;

namespace Jingke.Domain.Duplicates;

/// <summary>Judges whether two accounts are one customer: each signal adds or takes log odds, and their sum is the score.</summary>
/// <param name="soundsAlike">Whether two characters share a reading: most slips of the pen in Chinese are of that kind.</param>
public sealed class PairComparison(Func<Rune, Rune, bool> soundsAlike)
{
    // Two accounts taken at random are hardly ever one customer; that they share a key is already much.
    private const double Prior = -1.5;
    private const double SureFrom = 0.95;
    private const double Contradiction = -1.4;

    /// <summary>How many accounts share what two accounts have in common: what is common says little.</summary>
    /// <param name="Name">Accounts with this core of a name.</param>
    /// <param name="Typo">Different names that are one character apart in the same place.</param>
    /// <param name="Phone">Accounts with this telephone number.</param>
    /// <param name="Domain">Accounts with this mail domain.</param>
    public readonly record struct Sharing(int Name = 2, int Typo = 2, int Phone = 2, int Domain = 2);

    /// <summary>Judges a pair.</summary>
    public PairJudgement Judge(MatchSubject left, MatchSubject right, Sharing sharing)
    {
        var signals = new List<MatchSignal>(6);
        var sameName = AddName(signals, left.Name, right.Name, sharing);
        AddCreditCode(signals, left.CreditCode, right.CreditCode);
        AddPhone(signals, left, right, sharing.Phone);
        if (Shared(left.Domains, right.Domains) is { } domain && Weakened(2.2, sharing.Domain) is var weight and > 0)
            signals.Add(new(MatchSignals.DomainEqual, weight, domain));
        AddRegion(signals, left, right);
        AddKind(signals, left, right);

        var sum = Prior;
        var contradicted = false;
        foreach (var signal in signals)
        {
            sum += signal.Points;
            contradicted |= signal.Points <= Contradiction && signal.Code is not MatchSignals.NameDiffers;
        }
        var score = 1 / (1 + Math.Exp(-sum));
        signals.Sort(static (one, other) => Math.Abs(other.Points).CompareTo(Math.Abs(one.Points)));
        return new(Verdict(score, contradicted, sameName), score, signals);
    }

    private static PairVerdict Verdict(double score, bool contradicted, bool sameName) =>
        score >= SureFrom && !contradicted ? PairVerdict.Same
        : score >= 0.5 ? PairVerdict.Probable
        : sameName && contradicted ? PairVerdict.Namesake
        : PairVerdict.Different;

    // Returns whether the two go by one name.
    private bool AddName(List<MatchSignal> signals, ComparableName left, ComparableName right, Sharing sharing)
    {
        if (left.Branch != right.Branch)
        {
            signals.Add(new(MatchSignals.BranchDiffers, -6, left.Branch, right.Branch));
            return false;
        }
        var formsAgree = LegalForms.Agree(left.Form, right.Form);
        if (!formsAgree)
            signals.Add(new(MatchSignals.FormDiffers, -2));
        if (left.Core == right.Core || left.Plain == right.Plain)
        {
            if (left.Whole == right.Whole)
                signals.Add(new(MatchSignals.NameEqual, left.IsPersonal ? 1.4 + (0.4 * (left.Whole.Length - 1)) : 5, left.Whole));
            else
                signals.Add(new(MatchSignals.CoreEqual, CorePoints(left, right), left.Core));
            // A person's name or a bare word that many bear says little; a company's full name is one company's by law.
            if ((left.IsPersonal || left.Form == LegalForm.None) && sharing.Name > 3)
                signals.Add(new(MatchSignals.NameCommon, sharing.Name > 10 ? -2.5 : -1, Text(sharing.Name)));
            return formsAgree && (left.Regions.Count == 0 || right.Regions.Count == 0 || RegionWords.Touch(left.Regions, right.Regions));
        }
        AddTypo(signals, left, right, sharing.Typo);
        return false;
    }

    // A core of two characters, and a region that only one of them names, leave a doubt.
    private static double CorePoints(ComparableName left, ComparableName right) =>
        left.Core.Length < 3 ? 2.5
        : left.Plain != right.Plain && left.Regions.Count == 0 != (right.Regions.Count == 0) ? 4
        : 4.6;

    private void AddTypo(List<MatchSignal> signals, ComparableName left, ComparableName right, int density)
    {
        var (one, other) = (left.Core, right.Core);
        var edit = Typo.Between(one, other);
        if (edit is null)
        {
            (one, other) = (left.Plain, right.Plain);
            edit = Typo.Between(one, other);
        }
        if (edit is null)
        {
            (one, other) = (left.Whole, right.Whole);
            edit = Typo.Between(one, other);
        }
        if (edit is not { } typo)
        {
            signals.Add(new(MatchSignals.NameDiffers, -3));
            return;
        }
        if (Typo.ChangesNumber(typo.Left, typo.Right))
        {
            signals.Add(new(MatchSignals.NumberDiffers, -6, typo.Left, typo.Right));
            return;
        }
        var sound = Sounds(typo.Left, typo.Right);
        var swapped = typo.Left.Length == 2;
        var length = Math.Min(left.Core.Length, right.Core.Length);
        var points = length < 4 ? 0.2 : Math.Min(2.0 + (0.2 * (length - 4)), 2.8);
        points += sound || swapped ? 1 : 0;
        // Two slips at once, one of them in the region, are less likely than two customers.
        points -= left.Regions.SequenceEqual(right.Regions) || one == left.Whole ? 0 : 0.4;
        // Where many names differ in just this place, they are meant to.
        points -= density > 3 ? Math.Min(Math.Log2(density) - 1, 2.5) : 0;
        signals.Add(new(sound ? MatchSignals.NameSound : MatchSignals.NameTypo, points, typo.Left, typo.Right));
    }

    private bool Sounds(string left, string right) =>
        left.Length == 1
        && right.Length == 1
        && Rune.TryCreate(left[0], out var one)
        && Rune.TryCreate(right[0], out var other)
        && soundsAlike(one, other);

    private static void AddCreditCode(List<MatchSignal> signals, string? left, string? right)
    {
        if (left is null || right is null)
            return;
        var (one, other) = (left.Trim().ToUpperInvariant(), right.Trim().ToUpperInvariant());
        var (valid, otherValid) = (CreditCode.IsValid(one), CreditCode.IsValid(other));
        if (one == other && valid)
            signals.Add(new(MatchSignals.CreditCodeEqual, 7, one));
        else if (valid && otherValid)
            signals.Add(new(MatchSignals.CreditCodeDiffers, -8, one, other));
        else if (one.Length > CreditCode.Length - 2 && (one == other || OneEdit.Between(one, other) is not null))
            signals.Add(new(MatchSignals.CreditCodeTypo, 3, one, other));
    }

    private static void AddPhone(List<MatchSignal> signals, MatchSubject left, MatchSubject right, int sharing)
    {
        if (Shared(left.Phones, right.Phones) is { } phone)
        {
            if (Weakened(3, sharing) is var weight and > 0)
                signals.Add(new(MatchSignals.PhoneEqual, weight, phone));
        }
        // A company has many numbers; a person seldom two.
        else if (left.Name.IsPersonal && right.Name.IsPersonal && left.Phones.Count > 0 && right.Phones.Count > 0)
            signals.Add(new(MatchSignals.PhoneDiffers, -1.5, left.Phones[0], right.Phones[0]));
    }

    private static void AddRegion(List<MatchSignal> signals, MatchSubject left, MatchSubject right)
    {
        var (one, other) = (Regions(left), Regions(right));
        if (one.Count == 0 || other.Count == 0 || RegionWords.Touch(one, other))
            return;
        // What stands in both names is meant; an address can be a second one.
        var named = left.Name.Regions.Count > 0 && right.Name.Regions.Count > 0;
        var spoken = left.Name.Regions.Count > 0 || right.Name.Regions.Count > 0;
        signals.Add(
            new(
                MatchSignals.RegionDiffers,
                named ? -4
                    : spoken ? -2.6
                    : -4,
                one[0],
                other[0]
            )
        );
    }

    private static void AddKind(List<MatchSignal> signals, MatchSubject left, MatchSubject right)
    {
        if (left.Kind is { } kind && right.Kind is { } other && kind != other)
            signals.Add(new(MatchSignals.KindDiffers, -2));
        if (left.Segment is { } segment && right.Segment is { } another && segment != another)
            signals.Add(new(MatchSignals.SegmentDiffers, left.Name.IsPersonal ? -2 : -0.5, segment, another));
    }

    private static IReadOnlyList<string> Regions(MatchSubject subject) =>
        subject.Name.Regions.Count > 0 ? subject.Name.Regions
        : (subject.CityCode ?? subject.ProvinceCode) is { } code ? [code]
        : [];

    private static string? Shared(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        foreach (var each in left)
            if (right.Contains(each))
                return each;
        return null;
    }

    // Full weight for a pair, half for a handful, nothing for a number that many share, such as an agent's.
    private static double Weakened(double points, int sharing) =>
        sharing <= 3 ? points
        : sharing <= 10 ? points / 2
        : 0;

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
