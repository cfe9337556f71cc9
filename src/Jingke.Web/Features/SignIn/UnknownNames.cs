using System.Collections.Concurrent;

namespace Jingke.Web.Features.SignIn;

/// <summary>
/// Counts failures for user names that do not exist and locks them like real ones, so that nobody can learn from the answers which
/// names exist. In memory, with a bound: a flood of invented names forgets the oldest counts and nothing else.
/// </summary>
internal sealed class UnknownNames(TimeProvider time)
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<string, Failures> byName = new(StringComparer.Ordinal);

    private sealed record Failures(int Count, DateTimeOffset At);

    /// <summary>Since when a name is locked; null when it is not.</summary>
    public DateTimeOffset? LockedSince(string normalizedName, int limit, TimeSpan duration) =>
        byName.TryGetValue(normalizedName, out var failures) && failures.Count >= limit && time.GetUtcNow() - failures.At < duration
            ? failures.At
            : null;

    /// <summary>Counts a failure; the count starts again once a lock is over.</summary>
    public void Fail(string normalizedName, int limit)
    {
        if (byName.Count >= Most)
            foreach (var (name, _) in byName.OrderBy(pair => pair.Value.At).Take(Most / 10))
                byName.TryRemove(name, out _);

        var now = time.GetUtcNow();
        byName.AddOrUpdate(
            normalizedName,
            _ => new(1, now),
            (_, before) => before.Count >= limit ? new(1, now) : new(before.Count + 1, now)
        );
    }
}
