namespace Jingke.Domain.Facts.Vetting;

/// <summary>Holds a value against other fields of the account and against our books.</summary>
public static class CrossChecks
{
    /// <summary>Keys of the fields that are held against each other.</summary>
    public const string Employees = "employees",
        Size = "size",
        FoundedOn = "founded-on",
        StartedTradingOn = "started-trading-on",
        AnnualPurchases = "annual-purchases",
        PurchaseVolume = "purchase-volume",
        AnnualRevenue = "annual-revenue";

    /// <summary>Whether a field is held against others.</summary>
    /// <param name="key">Key of the field.</param>
    public static bool Concerns(string key) => key is Employees or Size or FoundedOn or StartedTradingOn or PurchaseVolume or AnnualRevenue;

    // What a customer says it buys from us a year may differ from our books by this factor: years differ, and so do taxes.
    private const double BooksFactor = 2;

    /// <summary>The first contradiction, as the code of a sentence with what it needs; null when there is none.</summary>
    /// <param name="key">Key of the field.</param>
    /// <param name="value">The value that is looked at.</param>
    /// <param name="reliability">Its reliability in percent.</param>
    /// <param name="recordedAt">When it was written down.</param>
    /// <param name="evidence">What else is known.</param>
    public static (string Code, object?[] Args)? Find(
        string key,
        FieldValue value,
        int reliability,
        DateTime recordedAt,
        AccountEvidence evidence
    )
    {
        return key switch
        {
            Employees => Against(Size, other => ContradictsSize(value.Number, other.Text), "staff-against-size"),
            Size => Against(Employees, other => ContradictsSize(other.Number, value.Text), "size-against-staff"),
            FoundedOn => Against(StartedTradingOn, other => other.Number < value.Number, "founded-after-trading") ?? FoundedAfterSale(),
            StartedTradingOn => Against(FoundedOn, other => value.Number < other.Number, "trading-before-founding"),
            AnnualPurchases => AgainstBooks(),
            PurchaseVolume => Against(AnnualRevenue, other => other.Number < value.Number, "buys-more-than-it-earns") ?? VolumeBelowBooks(),
            AnnualRevenue => Against(PurchaseVolume, other => value.Number < other.Number, "earns-less-than-it-buys"),
            _ => null,
        };

        // Of two values that contradict each other the weaker is asked about, of two alike the one that came later.
        (string, object?[])? Against(string field, Func<FieldValue, bool> contradicts, string code) =>
            evidence.Accepted.TryGetValue(field, out var other)
            && contradicts(other.Value)
            && (Reliability.ClassOf(reliability), other.RecordedAt).CompareTo((Reliability.ClassOf(other.Reliability), recordedAt)) <= 0
                ? (code, [value, other.Value])
                : null;

        (string, object?[])? FoundedAfterSale() =>
            evidence.FirstSaleOn is { } first && value.Number > first.DayNumber ? ("founded-after-first-sale", [value, first]) : null;

        (string, object?[])? AgainstBooks() =>
            evidence.NetSalesOfYear is > 0 and var sales
            && value.Number is { } claimed
            && (claimed > sales * BooksFactor || claimed < sales / BooksFactor)
                ? ("purchases-against-books", [value, new Money(sales)])
                : null;

        (string, object?[])? VolumeBelowBooks() =>
            evidence.NetSalesOfYear is > 0 and var sales && value.Number < sales ? ("volume-below-books", [value, new Money(sales)]) : null;
    }

    /// <summary>
    /// Staff of the size classes, from and below. The limits are the widest of any industry in 中小企业划型标准规定
    /// (工信部联企业〔2011〕300号), so that only what is impossible everywhere is a contradiction.
    /// </summary>
    private static readonly (string[] Words, long From, long Below)[] StaffOfSizes =
    [
        (["微", "micro"], 0, 100),
        (["小", "small"], 0, 300),
        (["中", "medium"], 20, 2_000),
        (["大", "large"], 200, long.MaxValue),
    ];

    private static bool ContradictsSize(long? tenThousandths, string size)
    {
        // 中小型 is both: what fits one of its classes fits.
        var classes = StaffOfSizes.Where(each => each.Words.Any(word => size.Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
        return tenThousandths is { } number
            && classes.Count > 0
            && !classes.Any(each => number / Money.PerUnit >= each.From && number / Money.PerUnit < each.Below);
    }
}
