using System.Text;
using Jingke.Web.Common;
using Jingke.Web.Tabular;

namespace Jingke.Web.Features.Analyze;

/// <summary>What happened to the rows of the file: what was left out, and what should be known.</summary>
internal static class FileNotes
{
    private const int Kinds = 10;

    public static void Append(StringBuilder text, AnalyzeReport report)
    {
        var lines = report.Lines;
        text.Append('\n').Append(AnalyzeTexts.Say("file.heading")).Append('\n');
        Line(text, "lines", Format.Count(lines.Read), Format.Count(lines.Accepted), Format.Count(lines.Rejected));
        if (lines.Unattributed > 0)
            Line(text, "lines.unattributed", Format.Count(lines.Unattributed), Format.Money(report.AllTime.UnattributedSales));
        if (lines.Identical > 0)
            Line(text, "lines.identical", Format.Count(lines.Identical));
        if (lines.AfterAsOf > 0)
            Line(text, "lines.after", Format.Count(lines.AfterAsOf));
        foreach (var note in report.Notes)
            text.Append("  ")
                .Append(AnalyzeTexts.Has(note.Code) ? AnalyzeTexts.Say(note.Code, note.Args) : TabularTexts.Say(note))
                .Append('\n');
        foreach (var kind in report.Problems.ByKind.Take(Kinds))
        {
            var (row, value) = kind.Examples[0];
            Line(text, "lines.problem", Format.Count(kind.Count), TabularTexts.Say(null, kind.Code, kind.Column, value), Format.Count(row));
        }
        Line(text, "elapsed", Format.Count((long)report.Reading.TotalMilliseconds), Format.Count((long)report.Analysing.TotalMilliseconds));
    }

    private static void Line(StringBuilder text, string code, params object?[] args) =>
        text.Append("  ").Append(AnalyzeTexts.Say(code, args)).Append('\n');
}
