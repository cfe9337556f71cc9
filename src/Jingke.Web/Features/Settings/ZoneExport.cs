using Jingke.Domain.Reference;
using Jingke.Web.Common.Exports;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data.Access;
using Jingke.Web.Tabular.Writing;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Settings;

/// <summary>The zones as a file: a row for each province of a zone.</summary>
internal static class ZoneExport
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapZoneExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/settings/zones/export", RunAsync).RequireAuthorization(Policies.EditRules, Policies.Export);

    private static async Task<ExportAnswer> RunAsync(ZoneList list, IStringLocalizer<SettingsTexts> words, CancellationToken cancel)
    {
        var found = await list.RunAsync(cancel);
        return new(
            words["Zones"],
            [new(words["ZoneName"], Width: 16), new(words["Provinces"], Width: 24)],
            found.Zones.SelectMany(zone =>
                zone.Provinces.Select(Divisions.Find)
                    .OfType<Division>()
                    .Select(province => new ExportCell[] { zone.Name, province.NameIn(Language.Current.Code) })
            )
        );
    }
}
