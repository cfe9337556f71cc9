using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Tabular.Columns;

/// <summary>Gathers what the values of a discount column say about its meaning.</summary>
internal sealed class DiscountEvidence(HeaderText header, string? given)
{
    private bool hasRate; // something between 0 and 1, or written as a rate
    private bool beyondOne;

    /// <summary>Whether neither header nor values have told yet.</summary>
    public bool IsOpen => given is null && !header.SaysRate && !header.SaysAmount && !hasRate && !beyondOne;

    /// <summary>What the column means: a rate when header or values say so, else money.</summary>
    public DiscountMeaning Meaning
    {
        get
        {
            var rate = given is not null ? given == "rate" : header.SaysRate || !header.SaysAmount && !beyondOne;
            return !rate ? DiscountMeaning.Amount
                : beyondOne ? DiscountMeaning.Percent
                : DiscountMeaning.Rate;
        }
    }

    public void Add(ReadOnlySpan<byte> cell)
    {
        if (NumberText.Read(cell, DecimalMark.Point, out var value) != ReadResult.Ok)
            return;
        if (value.Form != NumberForm.Plain)
            hasRate = true;
        else if (Math.Abs(value.TenThousandths) > 10_000)
            beyondOne = true;
        else if (value.TenThousandths % 10_000 != 0)
            hasRate = true;
    }
}
