using System.Net;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Jingke.Tests.Features.Analysis.SmallCompany;

namespace Jingke.Tests.Features.Analysis;

public sealed class MeasureTests
{
    [Theory, EachDatabase]
    public async Task A_measure_is_shown_beside_its_account_and_its_history_kept(Database database)
    {
        await using var company = await StartAsync(database);
        var id = company.Accounts["浦江电气"];

        var first = await company.Li.SendAsync($"/analysis/measures/{id}", "measure", ("Text", "12 月前上门拜访"), ("Seen", "0"));
        var seen = await company.App.WithDbAsync(db => db.AccountMeasures.Select(measure => measure.Id).SingleAsync());
        await company.Li.SendAsync($"/analysis/measures/{id}", "measure", ("Text", "总经理出面谈"), ("Seen", $"{seen}"));

        var extremes = WebUtility.HtmlDecode(
            await company.Boss.GetStringAsync("/analysis/extremes", TestContext.Current.CancellationToken)
        );
        var history = WebUtility.HtmlDecode(
            await company.Boss.GetStringAsync($"/analysis/measures/{id}", TestContext.Current.CancellationToken)
        );
        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Contains("总经理出面谈", extremes, StringComparison.Ordinal);
        Assert.Contains("12 月前上门拜访", history, StringComparison.Ordinal);
        var noted = await company.App.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Subject == "AccountMeasure").ToListAsync());
        Assert.Equal(2, noted.Count);
        Assert.All(noted, entry => Assert.Equal("浦江电气", entry.SubjectName));
    }

    [Theory, EachDatabase]
    public async Task Nobodys_measure_is_overwritten_unseen(Database database)
    {
        await using var company = await StartAsync(database);
        var id = company.Accounts["浦江电气"];
        await company.Boss.SendAsync($"/analysis/measures/{id}", "measure", ("Text", "经理已在跟进"), ("Seen", "0"));

        var second = await company.Li.SendAsync($"/analysis/measures/{id}", "measure", ("Text", "我去拜访"), ("Seen", "0"));

        var text = await second.TextAsync();
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("经理已在跟进", text, StringComparison.Ordinal);
        Assert.Contains("我去拜访", text, StringComparison.Ordinal);
        Assert.Equal(1, await company.App.WithDbAsync(db => db.AccountMeasures.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_edit_accounts_may_not_write_measures(Database database)
    {
        await using var company = await StartAsync(database);
        var id = company.Accounts["浦江电气"];
        using var finance = await company.App.SignedInAsync(Role.Finance);

        var page = await finance.GetStringAsync($"/analysis/measures/{id}", TestContext.Current.CancellationToken);
        // The token of another page of theirs: what someone sends who does not use the form.
        using var answer = await JingkeApp.PostFormAsync(
            finance,
            "/analysis",
            [new("_handler", "measure"), new("Input.Text", "x"), new("Input.Seen", "0")],
            $"/analysis/measures/{id}"
        );

        Assert.DoesNotContain("Input.Text", page, StringComparison.Ordinal);
        Assert.False(answer.IsSuccessStatusCode);
        Assert.Equal(0, await company.App.WithDbAsync(db => db.AccountMeasures.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_measure_that_is_too_long_is_told_beside_the_field_and_kept(Database database)
    {
        await using var company = await StartAsync(database);
        var id = company.Accounts["浦江电气"];

        var answer = await company.Li.SendAsync($"/analysis/measures/{id}", "measure", ("Text", new string('长', 1001)), ("Seen", "0"));

        var text = await answer.TextAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("最多 1000 个字", text, StringComparison.Ordinal);
        Assert.Contains(new string('长', 1001), text, StringComparison.Ordinal);
    }
}
