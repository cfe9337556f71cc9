using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Jingke.Web.Tabular.Writing;

/// <summary>How cells of an exported workbook look.</summary>
internal static class XlsxStyles
{
    public const uint Header = 1;
    public const uint Quoted = 2;
    private const uint Money = 3;
    private const uint Percent = 4;
    private const uint Date = 5;
    private const uint Integer = 6;
    private const uint Quantity = 7;

    private static readonly int Epoch = new DateOnly(1899, 12, 30).DayNumber;

    /// <summary>The style of a column's cells.</summary>
    public static uint Of(ExportType type) =>
        type switch
        {
            ExportType.Money => Money,
            ExportType.Percent => Percent,
            ExportType.Date => Date,
            ExportType.Integer => Integer,
            ExportType.Quantity => Quantity,
            _ => 0,
        };

    /// <summary>A number as a workbook stores it; null for an empty cell.</summary>
    public static string? Value(ExportCell cell, ExportType type) =>
        type switch
        {
            ExportType.Money or ExportType.Quantity => (cell.Whole / 10_000m)?.ToString(CultureInfo.InvariantCulture),
            ExportType.Percent => cell.Share?.ToString("R", CultureInfo.InvariantCulture),
            ExportType.Date => (cell.Whole - Epoch)?.ToString(CultureInfo.InvariantCulture),
            _ => cell.Whole?.ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>A name a sheet may have: at most 28 characters, to leave room for a number, and none of : \ / ? * [ ].</summary>
    public static string SheetName(string title)
    {
        var name = string.Concat(title.Where(c => !char.IsControl(c) && c is not (':' or '\\' or '/' or '?' or '*' or '[' or ']' or '\'')))
            .Trim();
        return name.Length switch
        {
            0 => "Sheet",
            > 28 => name[..28],
            _ => name,
        };
    }

    public static SheetViews FrozenHeader() =>
        new(
            new SheetView(
                new Pane
                {
                    VerticalSplit = 1,
                    TopLeftCell = "A2",
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                }
            )
            {
                WorkbookViewId = 0,
            }
        );

    public static DocumentFormat.OpenXml.Spreadsheet.Columns Widths(IReadOnlyList<ExportColumn> columns)
    {
        var widths = new DocumentFormat.OpenXml.Spreadsheet.Columns();
        foreach (var (index, column) in columns.Index())
            widths.Append(
                new Column
                {
                    Min = (uint)index + 1,
                    Max = (uint)index + 1,
                    Width =
                        column.Width > 0 ? column.Width
                        : column.Type == ExportType.Text ? 20
                        : 14,
                    CustomWidth = true,
                }
            );
        return widths;
    }

    public static Stylesheet Stylesheet() =>
        new(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy-mm-dd" },
                new NumberingFormat { NumberFormatId = 165, FormatCode = "0.0%" },
                new NumberingFormat { NumberFormatId = 166, FormatCode = "#,##0.####" }
            ),
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { FontId = 1, ApplyFont = true },
                new CellFormat { QuotePrefix = true },
                new CellFormat { NumberFormatId = 4, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 165, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 3, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 166, ApplyNumberFormat = true }
            )
        );
}
