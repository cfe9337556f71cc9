namespace Jingke.Web.Common;

/// <summary>
/// The time as the organisation counts it. The settings tell the zone at start and whenever it changes; instants are kept in
/// UTC everywhere and become local only when shown.
/// </summary>
internal sealed class Clock(TimeProvider time)
{
    /// <summary>The organisation's time zone.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>Now, in the organisation's time zone.</summary>
    public DateTime Now => ToLocal(time.GetUtcNow().UtcDateTime);

    /// <summary>Today, in the organisation's time zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>An instant in the organisation's time zone.</summary>
    /// <param name="utc">UTC, as the database gives it.</param>
    public DateTime ToLocal(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The instant at which a day begins, UTC. Where a clock change leaves out midnight, the first instant after it.</summary>
    public DateTime ToUtc(DateOnly day)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(start))
            start = start.AddMinutes(30);
        return TimeZoneInfo.ConvertTimeToUtc(start, Zone);
    }
}
