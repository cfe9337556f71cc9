using Jingke.Analytics.Tiers;
using Jingke.Domain;
using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Common.Reasons;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Jingke.Web.Tabular.Writing;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.KeyAccounts.Rules;

/// <summary>All rules that were in force so far as a file, newest first.</summary>
internal static class TierRuleExport
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapTierRuleExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/key-accounts/rules/export", Run).RequireAuthorization(Policies.EditRules, Policies.Export);

    private static ExportAnswer Run(
        TierRuleHistory history,
        PeopleDirectory people,
        OrganisationInForce organisation,
        Clock clock,
        IStringLocalizer<KeyAccountTexts> words
    )
    {
        ExportColumn[] columns =
        [
            new(words["SavedAt"], Width: 17),
            new(words["SavedBy"], Width: 12),
            new(words["KeyPercent"], ExportType.Percent),
            new(words["LetGoPercent"], ExportType.Percent),
            new($"{words["MinimumSales"]} ({Unit.Of(organisation.Current.Currency)})", ExportType.Money, 18),
            new(words["MinimumOrders"], ExportType.Integer),
            .. Enum.GetValues<ValuePart>().Select(part => new ExportColumn(ReasonWords.Of(part), ExportType.Quantity)),
        ];
        return new(words["History"], columns, history.All().Select(row => Cells(row, people.Current, clock, words)));
    }

    private static ExportCell[] Cells(
        TierRuleHistory.Row row,
        PeopleDirectory.Snapshot people,
        Clock clock,
        IStringLocalizer<KeyAccountTexts> words
    ) =>
        [
            Format.Time(clock.ToLocal(row.SavedAt)),
            people.Find(row.SavedById)?.Name ?? words["Defaults"].Value,
            (double?)(row.Rules.KeyPercent / 100.0),
            (double?)(row.Rules.LetGoPercent / 100.0),
            row.Rules.MinimumNetSales,
            row.Rules.MinimumOrders,
            .. Enum.GetValues<ValuePart>().Select(part => (ExportCell)(long)Math.Round(row.Rules.Weights[part] * Money.PerUnit)),
        ];
}
