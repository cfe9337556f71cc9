using Jingke.Domain.Credit;
using Jingke.Web.Common;

namespace Jingke.Web.Features.Credit.Sheet;

/// <summary>Values of items as people read them: as grades of 1 to 5.</summary>
internal static class GradeText
{
    /// <summary>A value of 0 to 1: 4 for a judgement, 3.6 for a figure of our own.</summary>
    public static string Of(double value)
    {
        var grade = 1 + (value * (ScoreItem.Grades - 1));
        return Format.Number(grade, Math.Abs(grade - Math.Round(grade)) < 0.05 ? 0 : 1);
    }
}
