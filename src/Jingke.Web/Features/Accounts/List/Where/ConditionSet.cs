using System.Text;
using Jingke.Domain;
using Jingke.Web.Common;
using Jingke.Web.Features.Accounts.List.Fields;

namespace Jingke.Web.Features.Accounts.List.Where;

/// <summary>
/// Conditions of a list: each group must hold, and of a group any alternative. In an address each group is one <c>where</c>, its
/// alternatives parted by <c>~or~</c>; a tilde within a value is written twice. Two sets with the same text are the same.
/// </summary>
public sealed class ConditionSet : IEquatable<ConditionSet>
{
    /// <summary>Name in the query of an address.</summary>
    public const string Parameter = "where";

    /// <summary>Most groups, and most alternatives of a group.</summary>
    public const int Most = 12;

    private const string Or = "~or~";

    private ConditionSet(IReadOnlyList<Group> groups) => Groups = groups;

    /// <summary>One alternative of a group.</summary>
    /// <param name="Text">As it stands in the address.</param>
    /// <param name="Condition">The condition; null when it cannot be understood, or its field is not for this person: it keeps nothing.</param>
    public sealed record Alternative(string Text, Condition? Condition);

    /// <summary>Alternatives of which any must hold.</summary>
    /// <param name="Text">As it stands in the address.</param>
    /// <param name="Alternatives">The alternatives.</param>
    public sealed record Group(string Text, IReadOnlyList<Alternative> Alternatives);

    /// <summary>The groups, all of which must hold.</summary>
    public IReadOnlyList<Group> Groups { get; }

    /// <summary>Texts that cannot be understood, or are not for this person.</summary>
    public IEnumerable<string> Unreadable =>
        Groups.SelectMany(group => group.Alternatives).Where(each => each.Condition is null).Select(each => each.Text);

    /// <summary>The conditions of an address; null without any.</summary>
    internal static ConditionSet? Of(PageAddress address, ListFields fields)
    {
        var groups = address
            .Query.Where(pair => pair.Key == Parameter && pair.Value.Length > 0)
            .Select(pair => GroupOf(pair.Value, fields))
            .Take(Most + 1)
            .ToList();
        // More than can be answered in time: the surplus keeps nothing, and is shown as what it is.
        for (var at = Most; at < groups.Count; at++)
            groups[at] = new(groups[at].Text, [new(groups[at].Text, null)]);
        return groups.Count == 0 ? null : new(groups);
    }

    /// <summary>A group as it stands in an address.</summary>
    public static string Written(IEnumerable<string> alternatives) =>
        string.Join(Or, alternatives.Select(text => text.Replace("~", "~~", StringComparison.Ordinal)));

    /// <inheritdoc/>
    public bool Equals(ConditionSet? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ConditionSet);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', Groups.Select(group => group.Text));

    private static Group GroupOf(string text, ListFields fields)
    {
        var parts = Parts(text);
        return parts.Count > Most
            ? new(text, [new(text, null)])
            : new(text, [.. parts.Select(part => new Alternative(part, ConditionOf(part, fields)))]);
    }

    private static List<string> Parts(string text)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '~')
                part.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '~')
                part.Append(text[at++]);
            else if (string.CompareOrdinal(text, at, Or, 0, Or.Length) == 0)
            {
                parts.Add(part.ToString());
                part.Clear();
                at += Or.Length - 1;
            }
            else
                part.Append('~');
        }
        parts.Add(part.ToString());
        return parts;
    }

    private static Condition? ConditionOf(string text, ListFields fields)
    {
        var from = text.StartsWith(ListField.Prefix, StringComparison.Ordinal) ? ListField.Prefix.Length : 0;
        var name = text.IndexOf('.', from);
        if (name < 0 || fields.Find(text[..name]) is not { MayCompare: true } field)
            return null;
        var rest = text[(name + 1)..];
        var dot = rest.IndexOf('.');
        var word = dot < 0 ? rest : rest[..dot];
        if (!word.All(char.IsAsciiLetterLower) || !Enum.TryParse<ConditionOperator>(word, ignoreCase: true, out var how))
            return null;
        var values = dot < 0 ? "" : rest[(dot + 1)..];
        try
        {
            return Condition.Read(
                fields,
                field,
                how,
                how is ConditionOperator.In or ConditionOperator.Between ? values.Split(',', Condition.MostValues + 2) : [values]
            );
        }
        catch (RuleException)
        {
            return null;
        }
    }
}
