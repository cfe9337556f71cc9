namespace Jingke.Domain.Facts.Vetting;

/// <summary>The tests that look at one fact by itself. Whether it is consistent can only be told beside the others.</summary>
internal static class FactTests
{
    // What people write when they know nothing.
    private static readonly HashSet<string> SaysNothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "无",
        "無",
        "不详",
        "不詳",
        "未知",
        "不知道",
        "不清楚",
        "暂无",
        "暫無",
        "待定",
        "待查",
        "待补充",
        "待補充",
        "空",
        "没有",
        "沒有",
        "n/a",
        "na",
        "null",
        "none",
        "nil",
        "unknown",
        "tbd",
        "test",
        "测试",
        "測試",
        "-",
        "--",
        "---",
        "/",
        "\\",
        ".",
        "?",
        "？",
        "0",
        "x",
        "xx",
        "xxx",
    };

    /// <summary>Code of the sentence about a day that has not come yet.</summary>
    public const string Future = "future";

    /// <summary>Is it about this customer as such, and within what customers like this show.</summary>
    public static Finding Representative(VettingCase given, Testimony fact)
    {
        if (fact.IsOneOff)
            return Fail("one-off");
        if (given.Field.Type is FieldType.Text or FieldType.LongText && SaysNothing.Contains(fact.Value.Trim()))
            return Fail("says-nothing");
        if (
            given.Field.Type is FieldType.Number or FieldType.Money
            && fact.Settlement != FactSettlement.Confirmed
            && fact.Number is { } number
            && given.Peers is { } peers
            && peers.IsOutside(number)
        )
            return new(
                FactTest.Representative,
                TestResult.Doubt,
                "outlier",
                fact.FieldValue,
                new FieldValue("", peers.Typical),
                peers.Count
            );
        return new(
            FactTest.Representative,
            TestResult.Pass,
            given.Peers is { Count: >= PeerRange.Fewest } ? "as-others" : "about-customer"
        );

        static Finding Fail(string code) => new(FactTest.Representative, TestResult.Fail, code);
    }

    /// <summary>Can its source be relied on.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="alone">Its own reliability.</param>
    /// <param name="together">That of all facts that say the same.</param>
    public static Finding Reliable(Testimony fact, int alone, int together) =>
        fact.Settlement == FactSettlement.Confirmed ? Of(TestResult.Pass, "confirmed", fact.SettledOn)
        : together < Reliability.Worthless ? Of(TestResult.Fail, fact.IsFirstHand ? "poor-source" : "hearsay", fact.ChannelId, alone)
        : together < Reliability.Sufficient ? Of(TestResult.Doubt, fact.IsFirstHand ? "weak-source" : "hearsay", fact.ChannelId, alone)
        : alone < Reliability.Sufficient ? Of(TestResult.Pass, "corroborated", together)
        : Of(TestResult.Pass, fact.IsFirstHand ? "first-hand" : "good-source", fact.ChannelId, alone);

    /// <summary>Is it young enough.</summary>
    public static Finding Timely(VettingCase given, Testimony fact)
    {
        var age = given.Today.DayNumber - DayOf(fact).DayNumber;
        if (age < 0)
            return new(FactTest.Timely, TestResult.Fail, Future, DayOf(fact));
        return given.Field.ShelfLifeDays is not { } shelfLife ? new(FactTest.Timely, TestResult.Pass, "ageless", age)
            : age > shelfLife ? new(FactTest.Timely, TestResult.Fail, "stale", age, shelfLife)
            : new(FactTest.Timely, TestResult.Pass, "fresh", age, shelfLife);
    }

    /// <summary>The day for which the fact is vouched for: when it was observed, or confirmed later.</summary>
    public static DateOnly DayOf(Testimony fact) =>
        fact is { Settlement: FactSettlement.Confirmed, SettledOn: { } settled } && settled > fact.ObservedOn ? settled : fact.ObservedOn;

    private static Finding Of(TestResult result, string code, params object?[] args) => new(FactTest.Reliable, result, code, args);
}
