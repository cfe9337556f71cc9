namespace Jingke.Web.Tabular.Values;

/// <summary>The order of day, month and year in dates such as 3/4/2024.</summary>
internal enum DateOrder
{
    Ymd,
    Dmy,
    Mdy,
}

internal static class DateOrders
{
    /// <summary>Reads ymd, dmy or mdy; null for anything else.</summary>
    public static DateOrder? Named(string? word) =>
        word?.Trim().ToLowerInvariant() switch
        {
            "ymd" => DateOrder.Ymd,
            "dmy" => DateOrder.Dmy,
            "mdy" => DateOrder.Mdy,
            _ => null,
        };
}
