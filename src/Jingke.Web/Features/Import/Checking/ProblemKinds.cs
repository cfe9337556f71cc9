using Jingke.Web.Tabular.Columns;

namespace Jingke.Web.Features.Import.Checking;

/// <summary>Problems of rows as a dry run keeps them.</summary>
internal static class ProblemKinds
{
    private const int Most = 30;

    public static IReadOnlyList<Findings.Kind> Of(ProblemTally tally) =>
        [
            .. tally
                .ByKind.Take(Most)
                .Select(kind => new Findings.Kind(
                    kind.Code,
                    kind.Column,
                    kind.Count,
                    [.. kind.Examples.Select(example => new Findings.Example(example.Row, example.Value))]
                )),
        ];
}
