namespace Jingke.Web.Common.Shell;

/// <summary>Light, dark, or as the device says. Kept in a cookie, so that a page comes in the right theme without script.</summary>
/// <param name="Code">The value in the cookie and in the form.</param>
/// <param name="Icon">The icon of the choice.</param>
internal sealed record Theme(string Code, string Icon)
{
    /// <summary>The cookie that keeps the choice. The theme switch of the browser writes it too.</summary>
    public const string Cookie = "jingke.theme";

    /// <summary>The address that the switch posts to when there is no script.</summary>
    public const string Address = "/preferences/theme";

    /// <summary>As the device says.</summary>
    public static readonly Theme Auto = new("auto", "device-desktop");

    /// <summary>Every choice, in the order of the menu.</summary>
    public static readonly IReadOnlyList<Theme> All = [new("light", "sun"), new("dark", "moon"), Auto];

    /// <summary>The value of <c>html data-theme</c>; null, so no attribute, when the device decides.</summary>
    public string? Attribute => this == Auto ? null : Code;

    /// <summary>The theme of a request.</summary>
    public static Theme Of(HttpContext? http) => Find(http?.Request.Cookies[Cookie]);

    /// <summary>The theme with a code; <see cref="Auto"/> for anything else.</summary>
    public static Theme Find(string? code) => All.FirstOrDefault(theme => theme.Code == code) ?? Auto;
}
