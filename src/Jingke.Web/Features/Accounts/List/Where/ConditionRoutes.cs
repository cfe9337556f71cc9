using Jingke.Domain;
using Jingke.Web.Common;
using Jingke.Web.Common.Forms;
using Jingke.Web.Data.Access;
using Jingke.Web.Features.Accounts.List.Fields;
using Microsoft.AspNetCore.Mvc;

namespace Jingke.Web.Features.Accounts.List.Where;

/// <summary>Adds a condition to the address of a list, from the fields of a form.</summary>
internal static class ConditionRoutes
{
    /// <summary>Range, as the form calls 'at least', 'at most' and 'between' together.</summary>
    public const string Range = "range";

    /// <summary>Names that the form has in an address until its condition is added.</summary>
    public static readonly IReadOnlyList<string> Pending = ["add", "op", "value", "to", "join"];

    /// <summary>Maps the endpoint.</summary>
    public static void MapConditions(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/accounts/where", Add).RequireAuthorization(Policies.SeeAccounts);

    /// <summary>The condition that a form gives; null while it gives none.</summary>
    /// <exception cref="RuleException">As <see cref="Condition.Read"/>.</exception>
    public static Condition? Given(PageAddress form, ListFields fields)
    {
        if (fields.Find(form.Get("add") ?? "") is not { MayCompare: true } field || form.Get("op") is not { Length: > 0 } op)
            return null;
        var (from, to) = (form.Get("value"), form.Get("to"));
        if (op != Range)
            return Enum.TryParse<ConditionOperator>(op, ignoreCase: true, out var how)
                ? Condition.Read(fields, field, how, form.GetAll("value").SelectMany(text => Parts(field, text)))
                : null;
        return string.IsNullOrWhiteSpace(to) ? Condition.Read(fields, field, ConditionOperator.Min, [from])
            : string.IsNullOrWhiteSpace(from) ? Condition.Read(fields, field, ConditionOperator.Max, [to])
            : Condition.Read(fields, field, ConditionOperator.Between, [from, to]);
    }

    private static SeeOther Add(HttpContext http, [FromQuery] string? back, ListFields fields)
    {
        var form = PageAddress.Of(http.Request);
        var list = PageAddress.Parse(SeeOther.IsLocal(back) ? back! : "/accounts");
        try
        {
            if (Given(form, fields) is not { } condition)
                return SeeOther.Local(list.ToString());
            var groups = list.GetAll(ConditionSet.Parameter).ToList();
            if (int.TryParse(form.Get("join"), out var at) && at >= 0 && at < groups.Count)
                groups[at] = $"{groups[at]}{ConditionSet.Written(["", $"{condition}"])}";
            else
                groups.Add(ConditionSet.Written([$"{condition}"]));
            return SeeOther.Local(list.WithAll(ConditionSet.Parameter, groups).ToString());
        }
        catch (RuleException)
        {
            // Back to the form with everything that was typed; it says what is wrong.
            foreach (var name in Pending)
                list = list.WithAll(name, form.GetAll(name));
            return SeeOther.Local(list.ToString());
        }
    }

    // Places and industries are typed, several with commas between.
    private static string[] Parts(ListField field, string text) =>
        field.Definition.Type is Domain.Facts.FieldType.Region or Domain.Facts.FieldType.Industry
            ? text.Split([',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [text];
}
