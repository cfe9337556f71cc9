using System.Globalization;
using Jingke.Web.Common;

namespace Jingke.Web.Features.AuditLog;

/// <summary>Which entries of the audit log are wanted; read from the address.</summary>
/// <param name="UserId">Who did it.</param>
/// <param name="BySystem">Only what nobody did.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">Kind of thing.</param>
/// <param name="Text">A part of the thing's name.</param>
/// <param name="From">First day, in the organisation's time zone.</param>
/// <param name="To">Last day.</param>
/// <param name="Before">Only entries older than this one: the log is paged by its numbers, which new entries do not move.</param>
internal sealed record AuditFilter(
    Guid? UserId = null,
    bool BySystem = false,
    string? Action = null,
    string? Subject = null,
    string? Text = null,
    DateOnly? From = null,
    DateOnly? To = null,
    long? Before = null
)
{
    /// <summary>Reads a filter from an address; what cannot be read is left out.</summary>
    public static AuditFilter Of(PageAddress address)
    {
        var who = address.Get("who");
        return new(
            Guid.TryParse(who, out var id) ? id : null,
            who == "system",
            Word("action"),
            Word("subject"),
            Word("q"),
            Day("from"),
            Day("to"),
            long.TryParse(address.Get("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null
        );

        string? Word(string name) => address.Get(name)?.Trim() is { Length: > 0 } text ? text : null;

        DateOnly? Day(string name) =>
            DateOnly.TryParseExact(address.Get(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : null;
    }
}
