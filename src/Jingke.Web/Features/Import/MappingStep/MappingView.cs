using Jingke.Domain;
using Jingke.Domain.Imports;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.Importing;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Preview;

namespace Jingke.Web.Features.Import.MappingStep;

/// <summary>A file as the mapping page shows it: its columns with sample values and what they mean, and what its first rows would become.</summary>
internal sealed class MappingView(ImportFiles files, CatalogueInForce catalogue)
{
    // A page must not read a large file to its end; the dry run does, and asks again where it has to.
    private const int ScannedRows = 20_000;

    /// <summary>What the page shows.</summary>
    internal sealed record Answer
    {
        /// <summary>Why the file cannot be laid out; then nothing else is set.</summary>
        public RuleException? Fault { get; init; }

        /// <summary>Columns, questions and first rows; null when there is a fault.</summary>
        public TablePreview? Preview { get; init; }

        /// <summary>Names of the sheets, when there are several.</summary>
        public IReadOnlyList<string> Sheets { get; init; } = [];

        /// <summary>Whether the file is text, whose encoding and delimiter can be said.</summary>
        public bool IsText { get; init; }

        /// <summary>How the text is encoded.</summary>
        public string? Encoding { get; init; }

        /// <summary>What is missing to read the file.</summary>
        public IReadOnlyList<Field[]> Missing => Preview?.Layout.Missing ?? [];

        /// <summary>What only a person can say, as far as the first rows tell.</summary>
        public IReadOnlyList<Question> Questions => Preview?.Formats?.Questions ?? [];

        /// <summary>What a person should know; the columns that are not read are seen anyway.</summary>
        public IEnumerable<Note> Notes => Preview?.Layout.Notes.Where(note => note.Code != "columns.not-used") ?? [];
    }

    /// <summary>Looks at the beginning of the file.</summary>
    public Answer Run(ImportBatch batch)
    {
        try
        {
            var file = files.Open(batch);
            return new()
            {
                Preview = TablePreview.Of(
                    file,
                    RecogniseFile.ReadAs(batch.Kind),
                    Mapping.Parse(batch.Mapping),
                    ScannedRows,
                    FactFields.Of(catalogue.Current)
                ),
                Sheets = file.Sheets.Count > 1 ? file.Sheets : [],
                IsText = file.Delimiter is not null,
                Encoding = file.Encoding?.WebName,
            };
        }
        catch (RuleException fault)
        {
            return new() { Fault = fault };
        }
    }
}
