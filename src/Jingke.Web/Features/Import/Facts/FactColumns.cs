using System.Globalization;
using Jingke.Domain;
using Jingke.Domain.Facts;
using Jingke.Web.Data.Facts;
using Jingke.Web.Tabular.Accounts;
using Jingke.Web.Tabular.Columns;

namespace Jingke.Web.Features.Import.Facts;

/// <summary>A value that a row gives for a field of the catalogue.</summary>
internal sealed record RowFact(FieldDefinition Field, FieldValue Value);

/// <summary>Reads the columns of a file that hold fields of the catalogue.</summary>
internal sealed class FactColumns
{
    private const int LongestShown = 100;

    private readonly (FieldDefinition Field, MappedColumn Column)[] columns;

    /// <summary>Readers for the columns of a layout.</summary>
    public FactColumns(Layout layout, Catalogue catalogue) =>
        columns = [
            .. layout
                .Facts.Select(column => (Field: catalogue.Field(column.Key), Column: column.Value))
                .Where(pair => pair.Field is not null)
                .Select(pair => (pair.Field!, pair.Column)),
        ];

    /// <summary>Reads what a row says; null with a problem where a value cannot be read.</summary>
    /// <param name="record">The row.</param>
    /// <param name="problem">What is wrong with it.</param>
    public IReadOnlyList<RowFact>? Read(AccountRecord record, out RowProblem? problem)
    {
        problem = null;
        if (record.Facts.Count == 0)
            return [];
        var facts = new List<RowFact>(record.Facts.Count);
        foreach (var (field, column) in columns)
        {
            if (!record.Facts.TryGetValue(field.Key, out var text))
                continue;
            try
            {
                if (FieldReader.Read(field, text) is { } value)
                    facts.Add(new(field, Scaled(field, value, column.Header.Scale)));
            }
            catch (RuleException refusal)
            {
                problem = new(CodeOf(refusal.Code), column.Name, text.Length <= LongestShown ? text : text[..LongestShown]);
                return null;
            }
        }
        // What only companies have and what only households have cannot be said of one account.
        if (facts.Find(fact => fact.Field.Subject == FieldSubject.Household) is { } household && facts.Exists(IsOfCompany))
        {
            problem = new("cell.of-another-kind", household.Field.NameHans, household.Value.Text);
            return null;
        }
        return facts;
    }

    private static bool IsOfCompany(RowFact fact) => fact.Field.Subject == FieldSubject.Company;

    // 年销售额(万元) counts ten-thousands, as in the other columns.
    private static FieldValue Scaled(FieldDefinition field, FieldValue value, long scale)
    {
        if (scale == 1 || field.Type is not (FieldType.Number or FieldType.Money) || value.Number is not { } number)
            return value;
        var scaled = (Int128)number * scale;
        if (Int128.Abs(scaled) > long.MaxValue)
            throw new RuleException("fact.not-a-number");
        return new(((decimal)scaled / 10_000m).ToString("0.####", CultureInfo.InvariantCulture), (long)scaled);
    }

    // A row keeps its column and its cell; the sentences of forms say more.
    private static string CodeOf(string code) =>
        code.StartsWith("fact.", StringComparison.Ordinal) ? $"cell.{code["fact.".Length..]}" : "cell.credit-code";
}
