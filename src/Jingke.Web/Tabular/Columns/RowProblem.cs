using Jingke.Domain;

namespace Jingke.Web.Tabular.Columns;

/// <summary>Why a row was rejected. The words are those of <see cref="TabularTexts"/> for <paramref name="Code"/>.</summary>
/// <param name="Code">row.*, date.*, number.*, text.* ...</param>
/// <param name="Column">The column as a person knows it; empty when the row as a whole is meant.</param>
/// <param name="Value">What stands in the cell, cut to 100 characters.</param>
internal sealed record RowProblem(string Code, string Column = "", string Value = "")
{
    /// <summary>Arguments of the sentence: column, value.</summary>
    public object[] Args => [Column, Value];
}

/// <summary>Counts problems by kind and column and keeps the first few of each as examples.</summary>
internal sealed class ProblemTally
{
    private const int Examples = 5;
    private const int Kinds = 500;

    private readonly Dictionary<(string Code, string Column), Kind> kinds = [];

    /// <summary>One kind of problem.</summary>
    internal sealed class Kind(string code, string column)
    {
        public string Code { get; } = code;

        public string Column { get; } = column;

        public long Count { get; set; }

        /// <summary>Row number and cell of the first few.</summary>
        public List<(long Row, string Value)> Examples { get; } = [];
    }

    /// <summary>All problems together.</summary>
    public long Count { get; private set; }

    /// <summary>Kinds of problems, most frequent first.</summary>
    public IReadOnlyList<Kind> ByKind =>
        [.. kinds.Values.OrderByDescending(kind => kind.Count).ThenBy(kind => kind.Code, StringComparer.Ordinal)];

    /// <summary>The refusal of a file whose every row was rejected, with the most frequent reason.</summary>
    public RuleException NothingUsable(long rowsRead)
    {
        var most = ByKind[0];
        return new(
            "file.nothing-usable",
            rowsRead,
            new RuleException(most.Code, most.Column, most.Examples.Count > 0 ? most.Examples[0].Value : "")
        );
    }

    public void Add(long row, RowProblem problem)
    {
        Count++;
        var key = (problem.Code, problem.Column);
        if (!kinds.TryGetValue(key, out var kind))
        {
            if (kinds.Count == Kinds)
                return;
            kinds.Add(key, kind = new(problem.Code, problem.Column));
        }
        kind.Count++;
        if (kind.Examples.Count < Examples)
            kind.Examples.Add((row, problem.Value));
    }
}
