using System.Linq.Expressions;
using System.Reflection;

namespace Jingke.Web.Common.Forms;

/// <summary>Reads name and value of a field from an expression such as <c>() => Input.Name</c>, without compiling it.</summary>
internal static class FieldName
{
    /// <summary>The field.</summary>
    /// <param name="Name">Its name in the form: "Input.Name".</param>
    /// <param name="Value">Its value now.</param>
    /// <param name="Member">The property itself; null for the input as a whole.</param>
    internal readonly record struct Field(string Name, object? Value, MemberInfo? Member);

    /// <summary>Walks the members of the expression.</summary>
    /// <exception cref="ArgumentException">The expression is more than a chain of properties.</exception>
    public static Field Of(LambdaExpression expression)
    {
        var body = expression.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : expression.Body;
        return Walk(body);
    }

    private static Field Walk(Expression expression) =>
        expression switch
        {
            ConstantExpression constant => new("", constant.Value, null),
            MemberExpression { Expression: { } owner } member => Walk(owner) is var outer
                ? new(Join(outer.Name, member.Member), ValueOf(member.Member, outer.Value), member.Member)
                : default,
            _ => throw new ArgumentException($"'{expression}' is not a chain of properties.", nameof(expression)),
        };

    // A captured local stands in a class of the compiler, whose field has no name in the form.
    private static string Join(string outer, MemberInfo member) => outer.Length == 0 ? member.Name : $"{outer}.{member.Name}";

    private static object? ValueOf(MemberInfo member, object? owner) =>
        owner is null ? null
        : member is PropertyInfo property ? property.GetValue(owner)
        : ((FieldInfo)member).GetValue(owner);
}
