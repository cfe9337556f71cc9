using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Common.Languages;
using Jingke.Web.Common.Reasons;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Features.Credit.List;
using Jingke.Web.Features.Credit.Rules;
using Jingke.Web.Features.Credit.Sheet;
using Jingke.Web.Tabular.Writing;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Credit;

/// <summary>The lists of these pages as xlsx or csv: the same query string, all rows.</summary>
internal static class CreditExport
{
    public static void MapCreditExport(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/credit/export", ListAsync).RequireAuthorization(Policies.Analyse, Policies.Export);
        routes.MapGet("/settings/scorecards/export", ItemsAsync).RequireAuthorization(Policies.DecideCredit, Policies.Export);
    }

    private static async Task<ExportAnswer> ListAsync(
        HttpRequest request,
        CreditList query,
        OrganisationInForce organisation,
        IStringLocalizer<CreditTexts> words,
        CancellationToken cancel
    )
    {
        var (address, currency) = (PageAddress.Of(request), Unit.Of(organisation.Current.Currency));
        var found = await query.RunAsync(CreditFilter.Of(address), Sort.Parse(address.Get("sort"), "-alerts", CreditList.Sorts), cancel);
        ExportAnswer.CheckRows(found.Rows.Count);
        ExportColumn Column(string key, ExportType type = ExportType.Text, int width = 0) =>
            new(type == ExportType.Money ? $"{words[key]}({currency})" : words[key], type, width);
        return new(
            words["Title"],
            [
                Column("Code"),
                Column("Account", width: 32),
                Column("Rating.Credit"),
                Column("Score", ExportType.Quantity),
                Column("Rating.Operating"),
                Column("Owner"),
                Column("Limit", ExportType.Money),
                Column("TermIn", ExportType.Integer),
                Column("ProposedLimit", ExportType.Money),
                Column("Exposure", ExportType.Money),
                Column("Overdue", ExportType.Money),
                Column("Use", ExportType.Percent),
                Column("Alerts", width: 60),
            ],
            found.Rows.Select(row =>
                new ExportCell[]
                {
                    row.Code,
                    row.Name,
                    row.Standing.Rating,
                    row.Standing.Score is { } score ? (long)Math.Round(score * 10) * 1000 : (long?)null,
                    row.Standing.Operating,
                    row.Owner,
                    row.Standing.Granted?.Limit,
                    row.Standing.Granted?.TermDays,
                    row.Standing.Proposal?.Limit,
                    row.Standing.Exposure?.Open,
                    row.Standing.Exposure?.Overdue,
                    row.Standing.Use,
                    CreditWords.Of(row.Standing, currency),
                }
            )
        );
    }

    private static async Task<ExportAnswer> ItemsAsync(
        HttpRequest request,
        ScoreItemList query,
        IStringLocalizer<CreditTexts> words,
        CancellationToken cancel
    )
    {
        var card = CardWord.Read(PageAddress.Of(request).Get("card"));
        return new(
            $"{words["Scorecards"]} {words[$"Card.{card}"]}",
            [
                new(words["Item"], Width: 24),
                new(words["Weight"], ExportType.Integer),
                new(words["Share"], ExportType.Percent),
                new(words["From"], Width: 32),
                new(words["ShelfMonthsIn"], ExportType.Integer),
                new(words["State"]),
            ],
            (await query.RunAsync(card, cancel)).Select(row =>
                new ExportCell[]
                {
                    row.Item.Names.In(Language.Current.Code),
                    row.Item.Weight,
                    row.Share,
                    ScoreItemWords.SourceOf(row.Item, words),
                    row.Item.ShelfMonths,
                    words[row.Item.IsActive ? "InUse" : "OutOfUse"].Value,
                }
            )
        );
    }
}
