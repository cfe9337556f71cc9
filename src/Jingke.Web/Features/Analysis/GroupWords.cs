using Jingke.Analytics.Breakdowns;
using Jingke.Domain.Reference;
using Jingke.Web.Common.Languages;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Analysis;

/// <summary>Names of groups as people read them: provinces and default zones in their language, and a name for "not known".</summary>
internal sealed class GroupWords(IStringLocalizer<AnalysisTexts> texts)
{
    /// <summary>The name of a group of a dimension.</summary>
    public string NameOf(Dimension dimension, Grouping.Group group) =>
        group.Key.Length == 0
            ? texts[dimension is Dimension.Owner or Dimension.Team ? "Unassigned" : "NotKnown"]
            : dimension switch
            {
                Dimension.Province => Divisions.Find(group.Key)?.NameIn(Language.Current.Code) ?? group.Name,
                Dimension.City => CityName(group),
                Dimension.Zone => DefaultZones.All.FirstOrDefault(zone => zone.Name == group.Name)?.NameIn(Language.Current.Code)
                    ?? group.Name,
                Dimension.Kind => texts[$"Kind.{group.Key}"],
                _ => group.Name,
            };

    /// <summary>Province of a city, category of a product; empty where there is none.</summary>
    public static string WithinOf(Dimension dimension, Grouping.Group group) =>
        dimension == Dimension.City ? Divisions.Find(ProvinceOf(group))?.NameIn(Language.Current.Code) ?? group.Within : group.Within;

    /// <summary>The province part of a city's key: a code, or a text that was not recognised.</summary>
    public static string ProvinceOf(Grouping.Group city) => city.Key.Split('/', 2)[0];

    // Chinese readers see the name as it stands; only other scripts need the division behind it.
    private static string CityName(Grouping.Group group) =>
        Language.Current == Language.Simplified
            ? group.Name
            : Divisions.Find(Divisions.Recognise(Divisions.Find(ProvinceOf(group))?.Name, group.Name).City)?.NameIn(Language.Current.Code)
                ?? group.Name;
}
