using Jingke.Web.Common;
using Jingke.Web.Common.Forms;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Jingke.Tests.Common;

public sealed class FlashTests
{
    [Fact]
    public void A_message_reaches_the_next_page_with_its_way_back()
    {
        var saved = new DefaultHttpContext();

        Flash.Set(saved, "已删除 东海", "/accounts/1/restore");

        Assert.Equal(new Flash("已删除 东海", "/accounts/1/restore"), Flash.Take(Next(saved)));
    }

    [Fact]
    public void A_page_that_is_only_fetched_ahead_does_not_use_it_up()
    {
        var saved = new DefaultHttpContext();
        Flash.Set(saved, "已保存");
        var ahead = Next(saved);
        ahead.Request.Headers["X-Sec-Purpose"] = "prefetch";

        Assert.Null(Flash.Take(ahead));
        Assert.False(ahead.Response.Headers.ContainsKey("Set-Cookie"));
    }

    [Fact]
    public void A_way_back_never_leads_to_another_site()
    {
        var forged = new DefaultHttpContext();
        Flash.Set(forged, "x", "//elsewhere.example/undo");

        Assert.Null(Flash.Take(Next(forged))?.UndoAction);
    }

    [Fact]
    public void A_damaged_message_is_no_message()
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = "jingke.flash=bm90IGpzb24";

        Assert.Null(Flash.Take(http));
    }

    [Theory]
    [InlineData("/accounts", true)]
    [InlineData("/", true)]
    [InlineData("//elsewhere.example", false)]
    [InlineData("/\\elsewhere.example", false)]
    [InlineData("https://elsewhere.example", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_a_path_of_ours_is_followed(string? location, bool local) => Assert.Equal(local, SeeOther.IsLocal(location));

    private static DefaultHttpContext Next(HttpContext before)
    {
        var next = new DefaultHttpContext();
        next.Request.Headers.Cookie = before.Response.Headers.SetCookie.ToString().Split(';')[0];
        return next;
    }
}
