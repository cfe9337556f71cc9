using System.Globalization;
using Jingke.Domain;
using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Common.Forms;
using Jingke.Web.Data.Access;
using Jingke.Web.Tabular.Writing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using static Jingke.Web.Common.JsonMoney;

namespace Jingke.Web.Features.Analysis.Sources;

/// <summary>Sources of customers as a file and as JSON, and the note of what one cost.</summary>
internal static class SourceRoutes
{
    public static void MapSources(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/analysis/sources/export", ExportAsync).RequireAuthorization(Policies.Analyse, Policies.Export);
        routes.MapGet("/api/analysis/sources", JsonAsync).RequireAuthorization(Policies.Analyse);
        routes
            .MapPost("/analysis/sources/cost", NoteAsync)
            .WithMetadata(new RequireAntiforgeryTokenAttribute())
            .RequireAuthorization(Policies.EditRules);
    }

    private static async Task<ExportAnswer> ExportAsync(
        int? year,
        AnalysisFiles.Setting setting,
        SourceYields query,
        CancellationToken cancel
    )
    {
        var found = await query.RunAsync(year, cancel);
        return new(
            $"{setting.T["Sources"]} {found.Year}",
            [
                setting.Column("Source"),
                setting.Column("Sources.Accounts", ExportType.Integer),
                setting.Column("Sources.Added", ExportType.Integer),
                setting.Column("Sources.Signed", ExportType.Integer),
                setting.Column("NetSales", ExportType.Money),
                .. found.ShowsCost
                    ? [setting.Column("Sources.Cost", ExportType.Money), setting.Column("Sources.CostPerSigned", ExportType.Money)]
                    : Array.Empty<ExportColumn>(),
            ],
            found.Rows.Select(row =>
                (ExportCell[])
                    [
                        row.Source,
                        row.Accounts,
                        row.Added,
                        row.Signed,
                        row.NetSales,
                        .. found.ShowsCost ? [row.Cost, row.CostPerSigned] : Array.Empty<ExportCell>(),
                    ]
            )
        );
    }

    private static async Task<object> JsonAsync(int? year, SourceYields query, CancellationToken cancel)
    {
        var found = await query.RunAsync(year, cancel);
        return new
        {
            found.Year,
            found.Years,
            Sources = found.Rows.Select(row => new
            {
                row.Source,
                row.Accounts,
                row.Added,
                row.Signed,
                NetSales = Units(row.NetSales),
                Cost = Units(row.Cost),
                CostPerSigned = Units(row.CostPerSigned),
                row.SalesPerCost,
            }),
        };
    }

    private static async Task<SeeOther> NoteAsync(
        HttpContext http,
        [FromForm] string? source,
        [FromForm] int year,
        [FromForm] string? amount,
        NoteSourceCost command,
        AnalysisScope scope,
        IStringLocalizer<AnalysisTexts> words
    )
    {
        // Costs are the company's; whoever sees a part of it neither reads nor writes them.
        if (!scope.SeesAll)
            throw new BadHttpRequestException("", StatusCodes.Status403Forbidden);

        var text = (amount ?? "").Trim();
        decimal? units = null;
        if (text.Length > 0)
            units = decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var given)
                ? given
                : throw new RuleException("source.cost-outside");
        await command.RunAsync(source ?? "", year, units, http.RequestAborted);
        Flash.Set(http, words["Sources.CostSaved", source ?? "", year]);
        return SeeOther.Local($"/analysis/sources?year={year}");
    }
}
