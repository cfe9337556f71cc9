using Jingke.Analytics.Tiers;
using Jingke.Web.Common;
using Xunit;

namespace Jingke.Tests.Common;

public sealed class JsonMoneyTests
{
    [Fact]
    public void Amounts_are_units_with_their_decimals()
    {
        Assert.Equal(12.3m, JsonMoney.Units(123_000));
        Assert.Null(JsonMoney.Units((long?)null));
    }

    [Fact]
    public void Money_of_a_reason_is_in_units_and_what_is_no_number_is_null()
    {
        Assert.Equal([12.5, 3], JsonMoney.ArgumentsOf(new Reason(ReasonCodes.BelowMinimum, new double[] { 125_000, 3 })));
        Assert.Equal([0.062], JsonMoney.ArgumentsOf(new Reason(ReasonCodes.Share, new double[] { 0.062 })));
        Assert.Equal([81, null], JsonMoney.ArgumentsOf(new Reason(ReasonCodes.Score, new double[] { 81, double.NaN })));
    }
}
