using Jingke.Web.Common.Exports;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger.Churn;
using Jingke.Web.Tabular.Writing;

namespace Jingke.Web.Features.Churn.Model;

/// <summary>The model's hold-out as a file and as JSON.</summary>
internal static class ModelRoutes
{
    public static void MapChurnModel(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/churn/model/export", ExportAsync).RequireAuthorization(Policies.Analyse, Policies.Export);
        routes.MapGet("/api/churn/model", JsonAsync).RequireAuthorization(Policies.Analyse);
    }

    private static async Task<ExportAnswer> ExportAsync(ChurnExport.Setting setting, CurrentUser user, CancellationToken cancel)
    {
        var (outlook, seesAll) = ((await setting.SeenAsync(cancel)).Findings.Outlook, user.Viewer.SeesAll);
        return new(
            setting.T["ClassTable"],
            [
                setting.Column("ClassOf", width: 20),
                .. seesAll ? [setting.Column("CohortSize", ExportType.Integer)] : Array.Empty<ExportColumn>(),
                setting.Column("Predicted", ExportType.Quantity),
                setting.Column("Actual", ExportType.Quantity),
                setting.Column("Bias", ExportType.Percent),
                setting.Column("MeanAlive", ExportType.Percent),
                setting.Column("Returned", ExportType.Percent),
            ],
            outlook.Classes.Select(each =>
                (ExportCell[])
                    [
                        ModelPage.NameOf(setting.T, each),
                        .. seesAll ? [each.Customers] : Array.Empty<ExportCell>(),
                        TenThousandths(each.Predicted),
                        TenThousandths(each.Actual),
                        each.Bias,
                        each.Alive,
                        each.Returned,
                    ]
            )
        );
    }

    private static async Task<object> JsonAsync(SeenChurn churn, CurrentUser user, CancellationToken cancel)
    {
        var (findings, seesAll) = ((await churn.RunAsync(cancel)).Findings, user.Viewer.SeesAll);
        var (outlook, holdOut) = (findings.Outlook, findings.Outlook.Lifetimes.HoldOut);
        return new
        {
            findings.AsOf,
            Use = $"{outlook.Use}",
            holdOut.Weeks,
            // How many customers the company has is for those who see all of them.
            Customers = seesAll ? holdOut.Customers : (int?)null,
            BoughtAgain = seesAll ? holdOut.BoughtAgain : (int?)null,
            Models = ModelReport
                .Rows(outlook)
                .Select(row => new
                {
                    row.Name,
                    row.ForRanking,
                    row.ForPurchases,
                    row.Score.RankingByAlive,
                    row.Score.MeanAbsoluteError,
                    row.Score.TotalBias,
                    row.Score.Fit?.Converged,
                    Parameters = row.Score.Fit?.Parameters.Select(parameter => new
                    {
                        parameter.Name,
                        parameter.Value,
                        parameter.StandardError,
                    }),
                }),
            Classes = outlook.Classes.Select(each => new
            {
                each.From,
                each.To,
                Customers = seesAll ? each.Customers : (int?)null,
                each.Predicted,
                each.Actual,
                each.Bias,
                each.Alive,
                each.Returned,
            }),
            SpendCorrelation = outlook.Lifetimes.SpendCorrelation,
        };
    }

    private static long TenThousandths(double number) => (long)Math.Round(number * Domain.Money.PerUnit);
}
