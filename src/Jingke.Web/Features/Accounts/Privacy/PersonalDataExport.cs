using System.Globalization;
using Jingke.Domain;
using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Tabular.Writing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.Privacy;

/// <summary>What is held on a person as a file, for them to take along; nothing in it is hidden, and the reason is recorded.</summary>
internal static class PersonalDataExport
{
    /// <summary>Maps the endpoint. It is a POST, since it carries the reason and records it.</summary>
    public static void MapPersonalDataExport(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/accounts/{id:long}/contacts/{contactId:long}/personal-data/export", RunAsync)
            .RequireAuthorization(Policies.RevealPersonalData, Policies.Export);

    private static async Task<ExportAnswer> RunAsync(
        HttpContext http,
        long id,
        long contactId,
        [FromForm(Name = "Input.Reason")] string? reason,
        [FromForm(Name = "Input.Words")] string? said,
        HeldOnPerson query,
        JingkeDbContext db,
        Clock clock,
        IStringLocalizer<PrivacyTexts> words
    )
    {
        var held = await query.RunAsync(id, contactId, http.RequestAborted);
        if (!db.Viewer.MayReveal(held.Account))
            throw new RuleException("account.only-shown", held.Account.Name);
        if (!Enum.TryParse<RevealReason>(reason, out var chosen) || !Enum.IsDefined(chosen))
            throw new RuleException("reveal.reason-missing");
        if (said?.Length > RevealInput.MaximumWords)
            throw new RuleException("reveal.words-long", RevealInput.MaximumWords);

        // Saved together with the note of the export.
        RevealValue.Record(db, held.Account, held.Contact, RevealValue.Everything, new() { Reason = chosen, Words = said });
        ExportColumn[] columns =
        [
            new(words["Kind"], Width: 14),
            new(words["What"], Width: 18),
            new(words["Value"], Width: 50),
            new(words["Origin"], Width: 24),
            new(words["OfDay"], ExportType.Date, 12),
            new(words["RecordedAt"], Width: 17),
            new(words["Who"], Width: 12),
        ];
        http.Response.Headers.CacheControl = "no-store";
        // The name stands in the note of who looked, and can be erased there; not in that of the file.
        return new(words["PersonalData"], columns, held.Items.Select(item => Cells(item, words, clock)));
    }

    private static ExportCell[] Cells(HeldItem item, IStringLocalizer<PrivacyTexts> words, Clock clock) =>
        [
            words[$"Held.{item.Kind}"].Value,
            item.What,
            item.Value,
            item.Origin,
            item.On,
            item.At is { } at ? Format.Time(clock.ToLocal(at)).ToString(CultureInfo.InvariantCulture) : null,
            item.Who,
        ];
}
