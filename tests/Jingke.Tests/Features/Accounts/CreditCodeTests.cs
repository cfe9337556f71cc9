using Jingke.Domain;
using Jingke.Domain.Accounts;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

public sealed class CreditCodeTests
{
    [Theory]
    [InlineData("91350100M000100Y43")] // the example of GB 32100-2015, annex
    [InlineData("91350100m000100y43")]
    [InlineData(" 91350100M000100Y43 ")]
    [InlineData(null)]
    [InlineData("")]
    public void A_right_code_passes(string? code) => CreditCode.Check(code);

    [Theory]
    [InlineData("91350100M000100Y4", "account.credit-code-length")]
    [InlineData("91350100M000100YI3", "account.credit-code-character")]
    [InlineData("91350100M000100Y34", "account.credit-code-check")]
    [InlineData("93150100M000100Y43", "account.credit-code-check")]
    public void A_wrong_code_is_refused_with_what_is_wrong(string code, string problem) =>
        Assert.Equal(problem, Assert.Throws<RuleException>(() => CreditCode.Check(code)).Code);
}
