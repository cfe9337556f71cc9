using System.Linq.Expressions;
using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.List.Where;

/// <summary>
/// Conditions as the database answers them. A condition on facts can be asked in two ways: for each account whether it has such a fact
/// (a look into the index of an account's facts, good while many accounts have one), or for the accounts of all such facts (a walk
/// through the index of accepted facts, good when there are few). <see cref="FewestAsync"/> says which group of a set is worth the walk.
/// </summary>
internal sealed class ConditionQuery(JingkeDbContext db, PeopleDirectory people)
{
    /// <summary>As many facts are walked through sooner than a list is searched for accounts that have them.</summary>
    public const int Few = 20_000;

    /// <summary>Keeps the accounts for which a set of conditions holds.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="conditions">The conditions.</param>
    /// <param name="walked">The group that is asked by a walk through its facts; null for none.</param>
    public IQueryable<Account> Keep(IQueryable<Account> accounts, ConditionSet conditions, ConditionSet.Group? walked = null)
    {
        foreach (var group in conditions.Groups)
        {
            if (ReferenceEquals(group, walked) && IdsOf(group) is { } ids)
                accounts = accounts.Where(account => ids.Contains(account.Id));
            else
                accounts = accounts.Where(Predicates.AnyOf(group.Alternatives.Select(each => Holds(each.Condition))));
        }
        return accounts;
    }

    /// <summary>The group with the fewest facts, where these are few; null when none has few or all are answered by columns.</summary>
    public async Task<ConditionSet.Group?> FewestAsync(ConditionSet conditions, CancellationToken cancel)
    {
        (ConditionSet.Group? Group, int Facts) fewest = (null, Few + 1);
        foreach (var group in conditions.Groups)
            if (
                IdsOf(group, withValues: false) is { } facts
                && await facts.Take(fewest.Facts).CountAsync(cancel) is var count
                && count < fewest.Facts
            )
                fewest = (group, count);
        return fewest.Group;
    }

    // The accounts of all facts that a group is about; null where facts alone cannot tell. Without values only the index is read.
    private IQueryable<long>? IdsOf(ConditionSet.Group group, bool withValues = true)
    {
        IQueryable<long>? all = null;
        foreach (var (_, condition) in group.Alternatives)
        {
            if (condition is not { Field: { Column: null, IsOfCatalogue: true } field } || condition.How == ConditionOperator.Unknown)
                return null;
            var facts =
                condition.How == ConditionOperator.Stale
                    ? BelievedFact.Stale(db, field.Definition.Id)
                    : Accepted(BelievedFact.Accepted(db, field.Definition.Id), condition, withValues);
            var ids = facts.Select(fact => fact.AccountId);
            all = all is null ? ids : all.Concat(ids);
        }
        return all;
    }

    private Expression<Func<Account, bool>> Holds(Condition? condition)
    {
        if (condition is null)
            return Predicates.Nothing;
        var (field, id) = (condition.Field, condition.Field.Definition.Id);
        if (field.Column is { } column)
            return condition.How switch
            {
                ConditionOperator.Unknown => IsMissing(column),
                ConditionOperator.Known when field.IsOfCatalogue => KnownInColumn(column, id),
                ConditionOperator.Known => Not(IsMissing(column)),
                ConditionOperator.Stale => HasStale(id),
                _ => new ColumnCondition(db.Viewer, people.Current).Of(condition, column),
            };
        if (condition.How == ConditionOperator.Stale)
            return HasStale(id);
        if (condition.How == ConditionOperator.Unknown)
        {
            var (believed, stale) = (BelievedFact.LookedUp(db, id), BelievedFact.Stale(db, id));
            return account => !believed.Any(fact => fact.AccountId == account.Id) && !stale.Any(fact => fact.AccountId == account.Id);
        }
        var facts = Accepted(BelievedFact.LookedUp(db, id), condition, withValues: true);
        if (!db.Database.IsNpgsql())
            return account => facts.Any(fact => fact.AccountId == account.Id);
        // Without the offset PostgreSQL makes a join of it, and reads all facts of the field to find a page of accounts.
        return account => facts.Where(fact => fact.AccountId == account.Id).Skip(0).Any();
    }

    private static IQueryable<BelievedFact> Accepted(IQueryable<BelievedFact> facts, Condition condition, bool withValues)
    {
        if (condition.Least is { } least)
            facts = facts.Where(fact => fact.Number >= least);
        if (condition.Most is { } most)
            facts = facts.Where(fact => fact.Number <= most);
        return withValues && !condition.Field.IsMeasured && !condition.How.IsAlone() ? facts.Where(OfValue(condition)) : facts;
    }

    private static Expression<Func<BelievedFact, bool>> OfValue(Condition condition)
    {
        var texts = condition.Values.Select(value => value.Text).ToArray();
        var text = texts[0];
        var lower = text.ToLowerInvariant();
        return (condition.How, condition.Field.Definition.Type) switch
        {
            // The culture is the database's; its own lower case is held against one that knows no culture.
#pragma warning disable CA1304, CA1311, CA1862
            (ConditionOperator.Has, _) => fact => fact.Value.ToLower().Contains(lower),
#pragma warning restore CA1304, CA1311, CA1862
            (ConditionOperator.Is, _) => fact => fact.Value == text,
            (_, FieldType.SomeOf) => Any(texts, key => fact => ("," + fact.Value + ",").Contains("," + key + ",")),
            (_, FieldType.Region or FieldType.Industry) => Any(Below(condition), begin => fact => fact.Value.StartsWith(begin)),
            _ => fact => texts.Contains(fact.Value),
        };
    }

    /// <summary>Beginnings of the codes of places or industries and of all below them: 440000 is 44, the section C its divisions.</summary>
    public static IEnumerable<string> Below(Condition condition) =>
        condition.Values.SelectMany(value =>
            condition.Field.Definition.Type == FieldType.Industry
                ? value.Text.Length == 1
                    ? [value.Text, .. AccountConditions.DivisionsOf(value.Text)]
                    : (string[])[value.Text]
                :
                [
                    value.Text.EndsWith("0000", StringComparison.Ordinal) ? value.Text[..2]
                    : value.Text.EndsWith("00", StringComparison.Ordinal) ? value.Text[..4]
                    : value.Text,
                ]
        );

    private static Expression<Func<BelievedFact, bool>> Any(
        IEnumerable<string> texts,
        Func<string, Expression<Func<BelievedFact, bool>>> of
    ) => texts.Select(of).Aggregate(Predicates.Either);

    private Expression<Func<Account, bool>> HasStale(long id)
    {
        var stale = BelievedFact.Stale(db, id);
        return account => stale.Any(fact => fact.AccountId == account.Id);
    }

    private Expression<Func<Account, bool>> KnownInColumn(LambdaExpression column, long id)
    {
        var stale = BelievedFact.Stale(db, id);
        Expression<Func<Account, bool>> isFresh = account => !stale.Any(fact => fact.AccountId == account.Id);
        return Predicates.Both(Not(IsMissing(column)), isFresh);
    }

    private static Expression<Func<Account, bool>> IsMissing(LambdaExpression column)
    {
        var nullable = Nullable.GetUnderlyingType(column.Body.Type) is not null || !column.Body.Type.IsValueType;
        var body = nullable
            ? (Expression)Expression.Equal(column.Body, Expression.Constant(null, column.Body.Type))
            : Expression.Constant(false);
        return Expression.Lambda<Func<Account, bool>>(body, column.Parameters);
    }

    private static Expression<Func<Account, bool>> Not(Expression<Func<Account, bool>> condition) =>
        Expression.Lambda<Func<Account, bool>>(Expression.Not(condition.Body), condition.Parameters);
}
