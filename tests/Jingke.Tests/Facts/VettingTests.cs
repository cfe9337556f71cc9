using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Xunit;

namespace Jingke.Tests.Facts;

/// <summary>What is believed, what is not, and what a person is asked about.</summary>
public sealed class VettingTests
{
    public static TheoryData<string, string, Slot> Cases()
    {
        var cases = new TheoryData<string, string, Slot>();

        // Nothing, and one fact.
        Add("nothing recorded", "Unknown - nothing-recorded ", new());
        Add("one from an own visit", "Known red only-one A", new Slot().Says("red"));
        Add("one from a call", "Known red only-one A", new Slot().Says("red", "call", 5));
        Add("one from an import", "Known red only-one A", new Slot().Says("red", "import"));
        Add("one from a referral at first hand", "Known red only-one A", new Slot().Says("red", "referral"));

        // Reliable: grade of the source times first hand.
        Add("hearsay from a visit is still good enough", "Known red only-one A", new Slot().Says("red", "~visit"));
        Add("hearsay from a call is not", "Unknown - none-passed F", new Slot().Says("red", "~call"));
        Add("hearsay from a referral is not", "Unknown - none-passed F", new Slot().Says("red", "~referral"));
        Add("a bought list alone is not believed", "Unknown - none-passed F", new Slot().Says("red", "list"));
        Add("a rumour counts for nothing", "Unknown - none-passed F", new Slot().Says("red", "rumour"));
        Add(
            "two weak sources that agree are believed",
            "Known red corroborated AS",
            new Slot().Says("red", "list", 3).Says("red", "~referral", 9)
        );
        Add(
            "the same weak source twice is still one",
            "Unknown - none-passed FF",
            new Slot().Says("red", "list", 3).Says("red", "list", 9)
        );
        Add(
            "a weak source that contradicts is set aside",
            "Known red only-one AF",
            new Slot().Says("red", "visit", 30).Says("blue", "list", 1)
        );
        Add("a rumour against a rumour", "Unknown - none-passed FF", new Slot().Says("red", "rumour").Says("blue", "rumour"));
        Add(
            "a good source beside a weak one that agrees",
            "Known red corroborated AS",
            new Slot().Says("red", "call", 3).Says("red", "list", 1)
        );

        // Representative.
        Add("a single occasion is not the customer", "Unknown - none-passed F", new Slot().Says("red", oneOff: true));
        Add(
            "a single occasion does not unseat what holds",
            "Known red only-one AF",
            new Slot().Says("red", "visit", 30).Says("blue", oneOff: true)
        );
        Add("'unknown' is no information", "Unknown - none-passed F", new Slot().Says("不详"));
        Add("a dash is no information", "Unknown - none-passed F", new Slot().Says(" - "));
        Add("'N/A' is no information", "Unknown - none-passed F", new Slot().Says("N/A", "import"));
        Add("'none' of nothing does not unseat a value", "Known red only-one AF", new Slot().Says("red", "visit", 9).Says("无"));
        Add("a number like the others'", "Known 200 only-one A", Staff().Among(50, 180).Says("200"));
        Add("a number far from the others' is asked about", "Disputed - outlier D", Staff().Among(50, 180).Says("20000"));
        Add("a number far below is asked about too", "Disputed - outlier D", Staff().Among(50, 5000).Says("2"));
        Add("too few others tell nothing", "Known 20000 only-one A", Staff().Among(19, 180).Says("20000"));
        Add("others that are all alike still leave room", "Known 300 only-one A", Staff().Among(50, 180, 0.0).Says("300"));
        Add(
            "an outlier that a person confirmed holds",
            "Known 20000 confirmed A",
            Staff().Among(50, 180).Says("20000", settled: FactSettlement.Confirmed)
        );
        Add(
            "an outlier does not push aside what is known",
            "Disputed 200 outlier AD",
            Staff().Among(50, 180).Says("200", "visit", 90).Says("20000")
        );

        // Timely: age against shelf life.
        Add("on the last day it still holds", "Known red only-one A", new Slot().Says("red", daysAgo: 365));
        Add("a day later it does not", "Stale red stale T", new Slot().Says("red", daysAgo: 366));
        Add("without a shelf life it never ages", "Known red only-one A", new Slot(shelfLife: null).Says("red", daysAgo: 9000));
        Add("a day that has not come", "Unknown - none-passed F", new Slot().Says("red", daysAgo: -1));
        Add("a day that has not come does not unseat", "Known red only-one AF", new Slot().Says("red").Says("blue", daysAgo: -3));
        Add(
            "the latest of what is stale is shown as stale",
            "Stale blue stale OT",
            new Slot().Says("red", daysAgo: 900).Says("blue", daysAgo: 700)
        );
        Add(
            "a fresh one beats a stale one that was better",
            "Known blue only-one OA",
            new Slot().Says("red", "visit", 400).Says("blue", "import", 10)
        );
        Add(
            "confirmed again, a stale one is fresh",
            "Known red confirmed A",
            new Slot().Says("red", daysAgo: 400, settled: FactSettlement.Confirmed, settledAgo: 10)
        );
        Add(
            "confirmed long ago it is stale again",
            "Stale red stale T",
            new Slot().Says("red", daysAgo: 800, settled: FactSettlement.Confirmed, settledAgo: 400)
        );
        Add("a stale weak one is not even the last known", "Unknown - none-passed F", new Slot().Says("red", "list", 900));

        // Consistent: with the same field.
        Add(
            "two that agree support each other",
            "Known red corroborated SA",
            new Slot().Says("red", "visit", 9).Says("red", "register", 3)
        );
        Add("the same source again is the newer one", "Known red only-one SA", new Slot().Says("red", "visit", 9).Says("red", "visit", 3));
        Add("as reliable and newer replaces", "Known blue newer OA", new Slot().Says("red", "visit", 9).Says("blue", "visit", 3));
        Add("whichever came in first", "Known blue newer AO", new Slot().Says("blue", "visit", 3).Says("red", "visit", 9));
        Add("a call corrects a visit", "Known blue newer OA", new Slot().Says("red", "visit", 200).Says("blue", "call", 1));
        Add(
            "more reliable and newer replaces",
            "Known blue more-reliable OA",
            new Slot().Says("red", "import", 9).Says("blue", "visit", 3)
        );
        Add(
            "more reliable on the same day replaces",
            "Known blue more-reliable OA",
            new Slot().Says("red", "import", 3).Says("blue", "visit", 3)
        );
        Add(
            "an import does not overwrite a visit",
            "Disputed red contradicted AD",
            new Slot().Says("red", "visit", 200).Says("blue", "import")
        );
        Add(
            "a visit of long ago does not overwrite a newer import",
            "Disputed blue contradicted DA",
            new Slot().Says("red", "import").Says("blue", "visit", 200)
        );
        Add("a newer import replaces an older import", "Known blue newer OA", new Slot().Says("red", "import", 60).Says("blue", "import"));
        Add("two visitors on one day disagree", "Disputed - tie DD", new Slot().Says("red", by: 1).Says("blue", by: 2));
        Add("who corrects himself the same day is believed", "Known blue newer OA", new Slot().Says("red").Says("blue"));
        Add("a visit and a register on one day disagree", "Disputed - tie DD", new Slot().Says("red", "visit").Says("blue", "register"));
        Add(
            "three values, the newest of equals",
            "Known c newer OOA",
            new Slot().Says("a", daysAgo: 9).Says("b", daysAgo: 5).Says("c", daysAgo: 1)
        );
        Add(
            "an import with a rumour behind it does not outdo a visit",
            "Disputed red contradicted ADD",
            new Slot().Says("red", "visit", 200).Says("blue", "import").Says("blue", "~rumour", 50)
        );
        Add(
            "an import and a referral together are as good as a visit",
            "Known blue newer OAS",
            new Slot().Says("red", "visit", 200).Says("blue", "import").Says("blue", "referral", 50)
        );

        // What counts as the same.
        Add("numbers that hardly differ agree", "Known 205 only-one SA", Staff().Says("200", daysAgo: 9).Says("205"));
        Add("numbers that differ by more do not", "Known 230 newer OA", Staff().Says("200", daysAgo: 9).Says("230"));
        Add(
            "width, case and spaces do not matter",
            "Known ABC 公司 only-one SA",
            new Slot().Says("ａｂｃ公司", daysAgo: 9).Says("ABC 公司")
        );
        Add(
            "telephone numbers with and without hyphens",
            "Known 01088886666 only-one SA",
            new Slot().Says("010-8888 6666", daysAgo: 9).Says("01088886666")
        );
        Add("choices in another order", "Known b,a only-one SA", new Slot(FieldType.SomeOf).Says("a,b", daysAgo: 9).Says("b,a"));
        Add("another choice", "Known b newer OA", new Slot(FieldType.OneOf).Says("a", daysAgo: 9).Says("b"));
        Add(
            "a city does not contradict its province",
            "Known 440300 only-one SA",
            new Slot(FieldType.Region).Says("440000", daysAgo: 9).Says("440300")
        );
        Add("another city does", "Known 440100 newer OA", new Slot(FieldType.Region).Says("440300", daysAgo: 9).Says("440100"));
        Add(
            "an industry does not contradict its division",
            "Known C3911 only-one SA",
            new Slot(FieldType.Industry).Says("C39", daysAgo: 9).Says("C3911")
        );
        Add(
            "a birthday without its year",
            "Known --08-15 only-one SA",
            new Slot(FieldType.LunarDate, shelfLife: null).Says("1980-08-15", daysAgo: 9).Says("--08-15")
        );
        Add(
            "another birthday",
            "Known 1980-08-16 newer OA",
            new Slot(FieldType.LunarDate, shelfLife: null).Says("1980-08-15", daysAgo: 9).Says("1980-08-16")
        );

        // Consistent: with other fields.
        Add("staff that fits the size", "Known 500 only-one A", Staff().While("size", "中型").Says("500"));
        Add("staff too many for a small company", "Disputed - staff-against-size D", Staff().While("size", "小型").Says("800"));
        Add("staff too few for a large one", "Disputed - staff-against-size D", Staff().While("size", "大型").Says("30"));
        Add("a class of two sizes takes both", "Known 1500 only-one A", Staff().While("size", "中小型").Says("1500"));
        Add("the better value is not asked about", "Known 800 only-one A", Staff().While("size", "小型", reliability: 60).Says("800"));
        Add(
            "size against staff",
            "Disputed - size-against-staff D",
            new Slot(FieldType.Text, "size").While("employees", "3000").Says("微型")
        );
        Add(
            "founded before it traded",
            "Known 2001-05-01 only-one A",
            Day("founded-on").While("started-trading-on", "2003-01-01").Says("2001-05-01")
        );
        Add(
            "founded after it traded",
            "Disputed - founded-after-trading D",
            Day("founded-on").While("started-trading-on", "2003-01-01").Says("2010-05-01")
        );
        Add(
            "trading before it was founded",
            "Disputed - trading-before-founding D",
            Day("started-trading-on").While("founded-on", "2003-01-01").Says("2001-05-01")
        );
        Add(
            "buys more than it earns",
            "Disputed - buys-more-than-it-earns D",
            new Slot(FieldType.Money, "purchase-volume").While("annual-revenue", "1000").Says("5000")
        );

        // Consistent: with the books.
        Add("claims what our books say", "Known 120 only-one A", Bought().Books(100).Says("120"));
        Add("claims far more than our books", "Disputed - purchases-against-books D", Bought().Books(100).Says("900"));
        Add("claims far less than our books", "Disputed - purchases-against-books D", Bought().Books(1000).Says("90"));
        Add("who never bought cannot be held against the books", "Known 900 only-one A", Bought().Books(null).Says("900"));
        Add(
            "buys less in all than from us",
            "Disputed - volume-below-books D",
            new Slot(FieldType.Money, "purchase-volume").Books(1000).Says("400")
        );
        Add(
            "founded after our first sale",
            "Disputed - founded-after-first-sale D",
            Day("founded-on").Books(10, new(2005, 1, 1)).Says("2010-05-01")
        );
        Add(
            "a person confirmed it against the books",
            "Known 900 confirmed A",
            Bought().Books(100).Says("900", settled: FactSettlement.Confirmed)
        );

        // What a person decided.
        Add(
            "kept by a person, an old one stands above a newer",
            "Known red confirmed AO",
            new Slot().Says("red", "visit", 90, settled: FactSettlement.Confirmed).Says("blue", "import", 5)
        );
        Add(
            "what was wrong is out",
            "Known red only-one AR",
            new Slot().Says("red", "import", 90).Says("blue", "visit", settled: FactSettlement.Wrong)
        );
        Add(
            "what was true once is out too",
            "Known blue only-one OA",
            new Slot().Says("red", "visit", 2, settled: FactSettlement.Outdated).Says("blue", "import", 90)
        );
        Add("all wrong", "Unknown - none-passed R", new Slot().Says("red", settled: FactSettlement.Wrong));
        Add(
            "a later visit contradicts what was confirmed",
            "Known blue newer OA",
            new Slot().Says("red", "visit", 90, settled: FactSettlement.Confirmed, settledAgo: 60).Says("blue", "visit", 3)
        );
        Add(
            "a later import contradicts what was confirmed",
            "Disputed red contradicted AD",
            new Slot().Says("red", "visit", 90, settled: FactSettlement.Confirmed, settledAgo: 60).Says("blue", "import", 3)
        );
        return cases;

        void Add(string name, string expected, Slot slot) => cases.Add(name, expected, slot);
        Slot Staff() => new(FieldType.Number, "employees");
        Slot Bought() => new(FieldType.Money, "annual-purchases");
        Slot Day(string key) => new(FieldType.Date, key, null);
    }

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Facts_are_vetted(string name, string expected, Slot slot)
    {
        var verdict = slot.Vet();

        Assert.Equal($"{name}: {expected}", $"{name}: {Slot.InShort(verdict)}");
        Assert.All(verdict.Facts, each => Assert.Equal(Enum.GetValues<FactTest>(), each.Findings.Select(finding => finding.Test)));
    }

    [Fact]
    public void The_order_in_which_facts_are_given_changes_nothing_and_loses_none()
    {
        var random = new Random(7);
        foreach (var (name, _, slot) in Cases().Select(row => row.Data))
        {
            var expected = Slot.InShort(slot.Vet());
            for (var time = 0; time < 10; time++)
                Assert.Equal((name, expected), (name, Slot.InShort(slot.Vet(slot.Facts.OrderBy(_ => random.Next())))));
        }
    }
}
