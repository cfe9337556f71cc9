using System.Linq.Expressions;
using Jingke.Domain.Accounts;

namespace Jingke.Web.Features.Accounts.List.Where;

/// <summary>Puts conditions on accounts together.</summary>
internal static class Predicates
{
    /// <summary>Keeps nothing.</summary>
    public static Expression<Func<Account, bool>> Nothing { get; } = account => false;

    /// <summary>Any of them holds; none of none does.</summary>
    public static Expression<Func<Account, bool>> AnyOf(IEnumerable<Expression<Func<Account, bool>>> conditions) =>
        conditions.Aggregate((Expression<Func<Account, bool>>?)null, (any, one) => any is null ? one : Either(any, one)) ?? Nothing;

    /// <summary>One of the two holds.</summary>
    public static Expression<Func<T, bool>> Either<T>(Expression<Func<T, bool>> one, Expression<Func<T, bool>> other) =>
        Expression.Lambda<Func<T, bool>>(
            Expression.OrElse(one.Body, new Replacing(other.Parameters[0], one.Parameters[0]).Visit(other.Body)),
            one.Parameters
        );

    /// <summary>Both hold.</summary>
    public static Expression<Func<Account, bool>> Both(Expression<Func<Account, bool>> one, Expression<Func<Account, bool>> other) =>
        Expression.Lambda<Func<Account, bool>>(Expression.AndAlso(one.Body, Body(other, one.Parameters[0])), one.Parameters);

    /// <summary>A condition on what a column holds.</summary>
    public static Expression<Func<Account, bool>> On<T>(LambdaExpression column, Expression<Func<T, bool>> condition)
    {
        var account = column.Parameters[0];
        var held = column.Body.Type == typeof(T) ? column.Body : Expression.Convert(column.Body, typeof(T));
        return Expression.Lambda<Func<Account, bool>>(new Replacing(condition.Parameters[0], held).Visit(condition.Body), account);
    }

    /// <summary>A comparison whose second side is known.</summary>
    public static Expression<Func<T, bool>> With<T>(Expression<Func<T, T, bool>> comparison, T known)
    {
        // A captured variable becomes a parameter of the query; a constant would be another query for each value.
        Expression<Func<T>> captured = () => known;
        return Expression.Lambda<Func<T, bool>>(
            new Replacing(comparison.Parameters[1], captured.Body).Visit(comparison.Body),
            comparison.Parameters[0]
        );
    }

    private static Expression Body(Expression<Func<Account, bool>> condition, ParameterExpression account) =>
        new Replacing(condition.Parameters[0], account).Visit(condition.Body);

    private sealed class Replacing(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
