using System.Globalization;

namespace Jingke.Web.Common.Forms;

/// <summary>Values as a field of a form holds them, in the notation that the framework reads back.</summary>
internal static class FieldText
{
    /// <summary>The text of a value; empty for null.</summary>
    public static string Of(object? value) =>
        value switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
