using Jingke.Web.Common.Languages;

namespace Jingke.Web.Common;

/// <summary>Units as they stand in headers.</summary>
internal static class Unit
{
    /// <summary>元 for yuan in Chinese, else the ISO 4217 code.</summary>
    public static string Of(string currency) => currency == "CNY" && Language.Current != Language.English ? "元" : currency;
}
