namespace Jingke.Web.Tabular.Writing;

/// <summary>What the cells of an exported column hold; it decides how they are written and shown.</summary>
internal enum ExportType
{
    Text,

    /// <summary>Ten-thousandths of the currency unit, shown with two decimals.</summary>
    Money,

    /// <summary>Ten-thousandths, shown with as many decimals as there are.</summary>
    Quantity,

    /// <summary>0 to 1, shown as a percentage.</summary>
    Percent,
    Date,
    Integer,
}

/// <summary>A column of an exported table.</summary>
/// <param name="Header">What stands above it, in the reader's language.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Width">Width in characters; 0 for a usual one.</param>
internal sealed record ExportColumn(string Header, ExportType Type = ExportType.Text, int Width = 0);

/// <summary>The value of a cell; the default is an empty cell.</summary>
internal readonly record struct ExportCell
{
    /// <summary>Text of a text cell.</summary>
    public string? Text { get; private init; }

    /// <summary>Ten-thousandths of money and quantities, a whole number, or the day number of a date.</summary>
    public long? Whole { get; private init; }

    /// <summary>A share.</summary>
    public double? Share { get; private init; }

    public static implicit operator ExportCell(string? text) => new() { Text = text };

    public static implicit operator ExportCell(long? number) => new() { Whole = number };

    public static implicit operator ExportCell(int? number) => new() { Whole = number };

    public static implicit operator ExportCell(long number) => new() { Whole = number };

    public static implicit operator ExportCell(int number) => new() { Whole = number };

    public static implicit operator ExportCell(double? share) =>
        new() { Share = share is { } value && double.IsFinite(value) ? value : null };

    public static implicit operator ExportCell(DateOnly? day) => new() { Whole = day?.DayNumber };

    public static implicit operator ExportCell(DateOnly day) => new() { Whole = day.DayNumber };
}
