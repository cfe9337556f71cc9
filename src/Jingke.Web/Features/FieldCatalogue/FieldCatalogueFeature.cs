using Jingke.Web.Common;
using Jingke.Web.Common.Forms;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.FieldCatalogue;

/// <summary>The catalogue of fields and the channels, as an administrator edits them and as programs read them.</summary>
internal static class FieldCatalogueFeature
{
    /// <summary>Registers commands.</summary>
    public static IServiceCollection AddFieldCatalogue(this IServiceCollection services) =>
        services
            .AddScoped<EditField>()
            .AddScoped<MoveField>()
            .AddScoped<RetireField>()
            .AddScoped<EditChannel>()
            .AddScoped<MoveChannel>()
            .AddScoped<RetireChannel>();

    /// <summary>Maps what is no page.</summary>
    public static void MapFieldCatalogue(this IEndpointRouteBuilder routes)
    {
        var settings = routes
            .MapGroup("/settings")
            .RequireAuthorization(Policies.ManageOrganisation)
            .WithMetadata(new RequireAntiforgeryTokenAttribute());
        settings.MapPost("/fields/move", MoveFieldAsync);
        settings.MapPost("/fields/{id:long}/retire", RetireFieldAsync);
        settings.MapPost("/fields/{id:long}/restore", RestoreFieldAsync);
        settings.MapPost("/channels/move", MoveChannelAsync);
        settings.MapPost("/channels/{id:long}/retire", RetireChannelAsync);
        settings.MapPost("/channels/{id:long}/restore", RestoreChannelAsync);
        routes.MapCatalogueExport();
        routes.MapCatalogueJson();
    }

    private static async Task<SeeOther> MoveFieldAsync(HttpContext http, [FromForm] string move, [FromForm] string? of, MoveField command)
    {
        var (id, up) = Parse(move);
        var view = FieldViews.Parse(of);
        await command.RunAsync(id, up, view, http.RequestAborted);
        return new(PageAddress.Parse(view.Href()).With("moved", move) + $"#f{id}");
    }

    private static async Task<SeeOther> RetireFieldAsync(
        HttpContext http,
        long id,
        RetireField command,
        IStringLocalizer<FieldCatalogueTexts> words
    )
    {
        var field = await command.RunAsync(id, retire: true, http.RequestAborted);
        var undo = $"/settings/fields/{id}/restore";
        Flash.Set(http, words["FieldRetired", field.Names.In(Language.Current.Code)], undo);
        return new(FieldView.Company.Href());
    }

    private static async Task<SeeOther> RestoreFieldAsync(
        HttpContext http,
        long id,
        RetireField command,
        IStringLocalizer<FieldCatalogueTexts> words
    )
    {
        var field = await command.RunAsync(id, retire: false, http.RequestAborted);
        Flash.Set(http, words["FieldRestored", field.Names.In(Language.Current.Code)]);
        return new($"{FieldViews.Of(field).Href()}#f{id}");
    }

    private static async Task<SeeOther> MoveChannelAsync(HttpContext http, [FromForm] string move, MoveChannel command)
    {
        var (id, up) = Parse(move);
        await command.RunAsync(id, up, http.RequestAborted);
        return new($"/settings/channels?moved={move}#c{id}");
    }

    private static async Task<SeeOther> RetireChannelAsync(
        HttpContext http,
        long id,
        RetireChannel command,
        IStringLocalizer<FieldCatalogueTexts> words
    )
    {
        var channel = await command.RunAsync(id, retire: true, http.RequestAborted);
        var undo = $"/settings/channels/{id}/restore";
        Flash.Set(http, words["ChannelRetired", channel.Names.In(Language.Current.Code)], undo);
        return new("/settings/channels");
    }

    private static async Task<SeeOther> RestoreChannelAsync(
        HttpContext http,
        long id,
        RetireChannel command,
        IStringLocalizer<FieldCatalogueTexts> words
    )
    {
        var channel = await command.RunAsync(id, retire: false, http.RequestAborted);
        Flash.Set(http, words["ChannelRestored", channel.Names.In(Language.Current.Code)]);
        return new("/settings/channels");
    }

    // 12:up, 12:down, as the buttons send it.
    private static (long Id, bool Up) Parse(string move) =>
        move.Split(':') is [var id, "up" or "down"] parts
        && long.TryParse(id, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? (number, parts[1] == "up")
            : throw new BadHttpRequestException("Neither up nor down.");
}
