using System.Numerics;
using System.Text;
using Jingke.Web.Tabular.Sheets;

namespace Jingke.Web.Tabular.Values;

/// <summary>Gathers what the dates of a column say about their order.</summary>
internal sealed class DateEvidence
{
    /// <summary>A first number that takes more values than this is a day or a month, not a year of two digits.</summary>
    private const int MostYears = 15;

    private const int Ymd = 1;
    private const int Dmy = 2;
    private const int Mdy = 4;

    private readonly long[] dates = new long[8]; // by the orders in which they exist
    private ulong firstNumbers;
    private readonly string?[] examples = new string?[8]; // the first of each

    /// <summary>Takes a cell into account; cells that are no date, or the same day in every order, say nothing.</summary>
    public void Add(ReadOnlySpan<byte> cell)
    {
        if (!DateParts.TryRead(cell, out var parts) || parts.Kind != DatePartsKind.Open)
            return;
        var (ymd, dmy, mdy) = (parts.DayIn(DateOrder.Ymd), parts.DayIn(DateOrder.Dmy), parts.DayIn(DateOrder.Mdy));
        if (!parts.LongYear)
            firstNumbers |= 1UL << Math.Min(parts.A, 63);
        var orders = (ymd >= 0 ? Ymd : 0) | (dmy >= 0 ? Dmy : 0) | (mdy >= 0 ? Mdy : 0);
        if (dmy == mdy && orders == (Dmy | Mdy))
            return;
        dates[orders]++;
        examples[orders] ??= Encoding.UTF8.GetString(CellText.Trim(cell));
    }

    /// <summary>What to show when asking: an ambiguous value, or two that contradict each other.</summary>
    public string Example =>
        IsMixed
            ? string.Join(" / ", FirstOf(Ymd, Dmy, Mdy, Ymd | Dmy, Ymd | Mdy).Take(2))
            : FirstOf(Dmy | Mdy, Ymd | Dmy | Mdy, Ymd | Dmy, Ymd | Mdy).FirstOrDefault("");

    /// <summary>Whether some date reads differently in two orders and nothing in the column tells which is meant.</summary>
    public bool IsAmbiguous => Decided is null && !IsMixed && Open > 0;

    /// <summary>Whether dates that allow only one order contradict about as many that allow only another.</summary>
    public bool IsMixed => Decided is null && Only(DateOrder.Ymd) + Only(DateOrder.Dmy) + Only(DateOrder.Mdy) > 0;

    /// <summary>The order the column has, when some dates allow only one and those that allow only another are rare slips.</summary>
    public DateOrder? Decided
    {
        get
        {
            foreach (var order in (ReadOnlySpan<DateOrder>)[DateOrder.Dmy, DateOrder.Mdy, DateOrder.Ymd])
            {
                var others = Only(DateOrder.Ymd) + Only(DateOrder.Dmy) + Only(DateOrder.Mdy) - Only(order);
                if (Only(order) > 20 * others)
                    return order;
            }
            return null;
        }
    }

    private bool YearsFirst => BitOperations.PopCount(firstNumbers) <= MostYears;

    private long Open => dates[Dmy | Mdy] + dates[Ymd | Dmy | Mdy] + (YearsFirst ? dates[Ymd | Dmy] + dates[Ymd | Mdy] : 0);

    private IEnumerable<string> FirstOf(params IEnumerable<int> orders) => orders.Select(each => examples[each]).OfType<string>();

    private long Only(DateOrder order) =>
        order switch
        {
            DateOrder.Ymd => YearsFirst ? dates[Ymd] : 0,
            DateOrder.Dmy => dates[Dmy] + (YearsFirst ? 0 : dates[Ymd | Dmy]),
            _ => dates[Mdy] + (YearsFirst ? 0 : dates[Ymd | Mdy]),
        };
}
