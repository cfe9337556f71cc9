using Jingke.Web.Tabular.Columns;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>A rejected row before it is written down.</summary>
/// <param name="Position">The how-manieth row of the file.</param>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Row">Number as a person sees it.</param>
/// <param name="Problem">Why.</param>
/// <param name="Cells">The row's cells.</param>
internal sealed record RejectedLine(long Position, string Sheet, long Row, RowProblem Problem, string[] Cells);
