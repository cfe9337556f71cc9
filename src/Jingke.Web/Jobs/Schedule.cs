using Jingke.Web.Data.Duplicates;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.Importing;
using Jingke.Web.Data.Pools;
using Jingke.Web.Ledger.Evaluation;
using Quartz;

namespace Jingke.Web.Jobs;

/// <summary>Every recurring job on one screen. Each is safe to run twice, so several nodes need no agreement on who runs it.</summary>
internal static class Schedule
{
    public static IServiceCollection AddSchedule(this IServiceCollection services)
    {
        services.AddQuartz(jobs =>
        {
            jobs.Nightly<Evaluate>("0 30 2 * * ?");
            jobs.Nightly<FindDuplicates>("0 0 3 * * ?");
            jobs.Nightly<Thin>("0 15 3 * * ?");
            jobs.Nightly<Tidy>("0 45 3 * * ?");
            jobs.Nightly<Vet>("0 0 4 * * ?");
            jobs.Nightly<Recycle>("0 15 4 * * ?");
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = false);
        return services;
    }

    private static void Nightly<TJob>(this IQuartzBuilder jobs, string cron)
        where TJob : IJob
    {
        var key = new JobKey(typeof(TJob).Name);
        jobs.AddJob<TJob>(job => job.WithIdentity(key));
        jobs.AddTrigger(trigger => trigger.ForJob(key).WithCronSchedule(cron));
    }

    private sealed class Evaluate(EvaluateAccounts command) : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default) =>
            new(command.RunAsync("nightly", cancel));
    }

    private sealed class FindDuplicates(DuplicateScanWork work) : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default) => new(work.RunAsync(cancel));
    }

    private sealed class Vet(VetAllFacts command) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default) => await command.RunAsync(cancel);
    }

    private sealed class Thin(ThinEvaluations command) : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default) => new(command.RunAsync(cancel));
    }

    private sealed class Recycle(RecycleAccounts command) : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default) =>
            new(command.RunAsync(isDryRun: false, cancel));
    }

    private sealed class Tidy(RemoveOldFiles command) : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default) => new(command.RunAsync(cancel));
    }
}
