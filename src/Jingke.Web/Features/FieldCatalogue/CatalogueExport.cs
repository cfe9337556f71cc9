using Jingke.Domain.Facts;
using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;
using Jingke.Web.Tabular.Writing;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.FieldCatalogue;

/// <summary>All fields and all channels as files, those out of use included.</summary>
internal static class CatalogueExport
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapCatalogueExport(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/settings/fields/export", Fields).RequireAuthorization(Policies.ManageOrganisation, Policies.Export);
        routes.MapGet("/settings/channels/export", Channels).RequireAuthorization(Policies.ManageOrganisation, Policies.Export);
    }

    private static ExportAnswer Fields(
        CatalogueInForce inForce,
        IStringLocalizer<FieldCatalogueTexts> words,
        IStringLocalizer<CatalogueTexts> names
    ) =>
        new(
            words["Fields"],
            [
                new(words["Section"], Width: 14),
                new(words["NameHans"], Width: 24),
                new(words["NameHant"], Width: 24),
                new(words["NameEn"], Width: 28),
                new(words["Key"], Width: 24),
                new(words["About"], Width: 12),
                new(words["Type"], Width: 12),
                new(words["Unit"], Width: 8),
                new(words["Choices"], Width: 40),
                new(words["ShelfLifeDays"], ExportType.Integer, Width: 12),
                new(words["Weight"], ExportType.Integer, Width: 10),
                new(words["Sensitive"], Width: 10),
                new(words["Question"], Width: 14),
                new(words["SeenBy"], Width: 20),
                new(words["EditedBy"], Width: 20),
                new(words["Retired"], Width: 8),
            ],
            inForce.Current.Fields.Select(field => Row(field, words, names))
        );

    private static ExportCell[] Row(
        FieldDefinition field,
        IStringLocalizer<FieldCatalogueTexts> words,
        IStringLocalizer<CatalogueTexts> names
    )
    {
        var separator = words["ListSeparator"].Value;
        return
        [
            names[$"Section.{field.Section}"].Value,
            field.NameHans,
            field.NameHant,
            field.NameEn,
            field.Key,
            names[$"Subject.{field.Subject}"].Value,
            names[$"Type.{field.Type}"].Value,
            field.Unit,
            string.Join(separator, field.Choices.Select(choice => choice.Names.In(Language.Current.Code))),
            field.ShelfLifeDays,
            field.Weight,
            YesNo(field.IsSensitive),
            YesNo(field.IsQuestion),
            string.Join(separator, field.SeenBy.Select(role => CommonTexts.Get($"Role.{role}"))),
            string.Join(separator, field.EditedBy.Select(role => CommonTexts.Get($"Role.{role}"))),
            YesNo(field.IsRetired),
        ];

        string YesNo(bool yes) => words[yes ? "Yes" : "No"];
    }

    private static ExportAnswer Channels(CatalogueInForce inForce, IStringLocalizer<FieldCatalogueTexts> words) =>
        new(
            words["Channels"],
            [
                new(words["NameHans"], Width: 24),
                new(words["NameHant"], Width: 24),
                new(words["NameEn"], Width: 28),
                new(words["Key"], Width: 24),
                new(words["Grade"], ExportType.Integer, Width: 12),
                new(words["Retired"], Width: 8),
            ],
            inForce.Current.Channels.Select(channel =>
                new ExportCell[]
                {
                    channel.NameHans,
                    channel.NameHant,
                    channel.NameEn,
                    channel.Key,
                    channel.Grade,
                    words[channel.IsRetired ? "Yes" : "No"].Value,
                }
            )
        );
}
