using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Tabular.Columns;

/// <summary>Gathers what the values of a discount column say about its meaning.</summary>
internal sealed class DiscountEvidence(HeaderText header, string? given)
{
    private long rates; // between 0 and 1, or written as a rate
    private long beyond; // more than 1

    /// <summary>Whether neither header nor values have told yet.</summary>
    public bool IsOpen => given is null && !header.SaysRate && !header.SaysAmount && rates + beyond == 0;

    /// <summary>What the column means: a rate when header or values say so, else money. A few slips do not turn a column over.</summary>
    public DiscountMeaning Meaning
    {
        get
        {
            var few = beyond * 20 <= rates;
            var rate = given is not null ? given == "rate" : header.SaysRate || !header.SaysAmount && few;
            return !rate ? DiscountMeaning.Amount
                : few ? DiscountMeaning.Rate
                : DiscountMeaning.Percent;
        }
    }

    public void Add(ReadOnlySpan<byte> cell)
    {
        if (NumberText.Read(cell, DecimalMark.Point, out var value) != ReadResult.Ok)
            return;
        if (value.Form != NumberForm.Plain)
            rates++;
        else if (Math.Abs(value.TenThousandths) > 10_000)
            beyond++;
        else if (value.TenThousandths % 10_000 != 0)
            rates++;
    }
}
