using System.Globalization;
using System.Linq.Expressions;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Jingke.Web.Features.Accounts.List.Fields;

namespace Jingke.Web.Features.Accounts.List.Where;

/// <summary>Conditions that a column of the account answers.</summary>
internal sealed class ColumnCondition(Viewer viewer, PeopleDirectory.Snapshot people)
{
    /// <summary>A condition with values as an expression over accounts.</summary>
    public Expression<Func<Account, bool>> Of(Condition condition, LambdaExpression column) =>
        condition.Field.Name switch
        {
            AccountAttributes.Tier => Among(column, condition, text => (Tier?)Enum.Parse<Tier>(text)),
            AccountAttributes.Kind => Among(column, condition, Enum.Parse<AccountKind>),
            AccountAttributes.Owner => Among(column, condition, text => text == AccountFilter.Me ? viewer.UserId : Guid.Parse(text)),
            AccountAttributes.Team => OfTeams(column, condition),
            _ when condition.Field.Definition.Type is FieldType.Region => Any(
                ConditionQuery.Below(condition),
                // A city's code begins with its province's; a province stands alone only where no city is known.
                begin => Predicates.On<string?>(column, code => code!.StartsWith(begin))
            ),
            _ when condition.Field.Definition.Type is FieldType.Industry => Any(
                ConditionQuery.Below(condition),
                begin => Predicates.On<string?>(column, code => code!.StartsWith(begin))
            ),
            _ when condition.Field.IsMeasured => Measured(condition, column),
            _ => OfText(condition, column),
        };

    private static Expression<Func<Account, bool>> OfText(Condition condition, LambdaExpression column)
    {
        var text = condition.Values[0].Text;
        if (condition.How == ConditionOperator.Is)
            return Predicates.On<string?>(column, held => held == text);
        var lower = text.ToLowerInvariant();
        // The culture is the database's; its own lower case is held against one that knows no culture.
#pragma warning disable CA1304, CA1311, CA1862
        return Predicates.On<string?>(column, held => held!.ToLower().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862
    }

    private static Expression<Func<Account, bool>> Measured(Condition condition, LambdaExpression column)
    {
        var (least, most) = (condition.Least, condition.Most);
        var type = Nullable.GetUnderlyingType(column.Body.Type) ?? column.Body.Type;
        if (type == typeof(DateOnly))
            return Within<DateOnly?>(column, Day(least), Day(most), (value, limit) => value >= limit, (value, limit) => value <= limit);
        if (type == typeof(double))
            return Within<double?>(column, Units(least), Units(most), (value, limit) => value >= limit, (value, limit) => value <= limit);
        if (type == typeof(int))
            // A whole number of at least 2.5 is at least 3.
            return Within<int?>(
                column,
                Whole(least, Math.Ceiling),
                Whole(most, Math.Floor),
                (value, limit) => value >= limit,
                (value, limit) => value <= limit
            );
        return Within<long?>(column, least, most, (value, limit) => value >= limit, (value, limit) => value <= limit);
    }

    private static Expression<Func<Account, bool>> Within<T>(
        LambdaExpression column,
        T least,
        T most,
        Expression<Func<T, T, bool>> isAtLeast,
        Expression<Func<T, T, bool>> isAtMost
    )
    {
        Expression<Func<Account, bool>>? both = null;
        foreach (var (limit, compare) in new[] { (least, isAtLeast), (most, isAtMost) })
        {
            if (limit is null)
                continue;
            var one = Predicates.On(column, Predicates.With(compare, limit));
            both = both is null ? one : Predicates.Both(both, one);
        }
        return both ?? Predicates.Nothing;
    }

    private Expression<Func<Account, bool>> OfTeams(LambdaExpression column, Condition condition)
    {
        var teams = condition
            .Values.SelectMany(value => people.TeamAndBelow(long.Parse(value.Text, CultureInfo.InvariantCulture)))
            .Distinct()
            .Select(team => (long?)team)
            .ToArray();
        return Predicates.On<long?>(column, team => teams.Contains(team));
    }

    private static Expression<Func<Account, bool>> Among<T>(LambdaExpression column, Condition condition, Func<string, T> read)
    {
        var wanted = condition.Values.Select(value => read(value.Text)).ToArray();
        return Predicates.On<T>(column, held => wanted.Contains(held));
    }

    private static Expression<Func<Account, bool>> Any(IEnumerable<string> texts, Func<string, Expression<Func<Account, bool>>> of) =>
        Predicates.AnyOf(texts.Select(of));

    private static DateOnly? Day(long? number) => number is { } day ? DateOnly.FromDayNumber((int)day) : null;

    private static double? Units(long? number) => number / (double)Money.PerUnit;

    private static int? Whole(long? number, Func<decimal, decimal> round) =>
        number is { } value ? (int)Math.Clamp(round(value / (decimal)Money.PerUnit), int.MinValue, int.MaxValue) : null;
}
