namespace Jingke.Analytics.Ledger;

/// <summary>Runs a loop over accounts on several threads where there are enough lines to be worth it. Each thread has its own scratch.</summary>
internal static class AccountChunks
{
    private const int SerialBelow = 200_000;
    private const int PerThread = 16;

    /// <summary>Calls the body for ranges that together cover 0 to count, then hands every scratch to done, one at a time.</summary>
    public static void Run<TScratch>(int count, long lines, Func<TScratch> scratch, Action<int, int, TScratch> body, Action<TScratch>? done)
    {
        if (lines < SerialBelow || Environment.ProcessorCount == 1 || count < 2)
        {
            var only = scratch();
            body(0, count, only);
            done?.Invoke(only);
            return;
        }

        var ranges = Math.Min(count, Environment.ProcessorCount * PerThread);
        var gate = new Lock();
        Parallel.For(
            0,
            ranges,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            scratch,
            (range, _, own) =>
            {
                body((int)((long)count * range / ranges), (int)((long)count * (range + 1) / ranges), own);
                return own;
            },
            own =>
            {
                lock (gate)
                    done?.Invoke(own);
            }
        );
    }
}
