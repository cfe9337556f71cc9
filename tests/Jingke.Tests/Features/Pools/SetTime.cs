namespace Jingke.Tests.Features.Pools;

/// <summary>A clock that stands where a test sets it.</summary>
internal sealed class SetTime : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>Sets it to an hour of a day in Shanghai.</summary>
    public void Set(DateOnly day, int hour) => Now = new(day.ToDateTime(new(hour, 0)), TimeSpan.FromHours(8));
}
