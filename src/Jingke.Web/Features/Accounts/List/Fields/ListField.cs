using System.Linq.Expressions;
using Jingke.Domain.Facts;

namespace Jingke.Web.Features.Accounts.List.Fields;

/// <summary>Something that a list of accounts is filtered by, ordered by or shows: a field of the catalogue, or what every account has.</summary>
/// <param name="Name">How addresses call it: <c>tier</c>, or <c>field.</c> and the key of a field of the catalogue.</param>
/// <param name="Definition">Its type, unit and choices.</param>
/// <param name="Column">The column of the account that holds it, as <c>account => account.X</c>; null where only facts do.</param>
public sealed record ListField(string Name, FieldDefinition Definition, LambdaExpression? Column)
{
    /// <summary>Begins the name of a field of the catalogue.</summary>
    public const string Prefix = "field.";

    /// <summary>Whether it is a field of the catalogue.</summary>
    public bool IsOfCatalogue => Name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether one may filter and order by it. What a sensitive field holds could be guessed that way.</summary>
    public bool MayCompare => !Definition.IsSensitive;

    /// <summary>Whether its values are measured: numbers, amounts and days.</summary>
    public bool IsMeasured => Definition.Type is FieldType.Number or FieldType.Money or FieldType.Date;
}
