using System.Globalization;
using System.Text.Json;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Lifetime;
using Jingke.Benchmarks.Company;
using Jingke.Benchmarks.Measuring;
using Jingke.Benchmarks.Reporting;

namespace Jingke.Benchmarks.Models;

/// <summary>
/// Fits of a cohort as large as CDNOW's 23,570 customers, who behave as Pareto/NBD says with the parameters published for it, and the
/// outlook of a million accounts.
/// </summary>
internal static class LifetimeSpeed
{
    private const int Cohort = 23_570;
    private const int Accounts = 1_000_000;
    private const int LinesEach = 10;
    private const double MostApart = 0.05;

    public static async Task RunAsync(RunOptions options, Workspace workspace, Report report)
    {
        var cohort = Customers(Cohort);
        var file = workspace.PathOf("cohort.csv");
        await File.WriteAllLinesAsync(
            file,
            cohort.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Frequency},{one.Recency:R},{one.Age:R}"))
        );
        var answer = await Reference.PythonAsync(workspace, "lifetime.py", file);
        using var scipy = answer is null ? null : JsonDocument.Parse(answer);
        await FitAsync("BG/NBD", 500, () => PurchaseModels.BgNbd(PooledHistories.Of(cohort)).Report!, scipy, report);
        await FitAsync("Pareto/NBD", 2_000, () => PurchaseModels.ParetoNbd(PooledHistories.Of(cohort)).Report!, scipy, report);

        var lines = Math.Min(options.Lines, Accounts * LinesEach);
        var company = new GeneratedCompany(lines, Math.Max(lines / LinesEach, 1));
        var view = LedgerView.Of(CompanyLedger.Build(company));
        var outlook = await Turns.RunAsync(new Contender("outlook", 1, () => Task.FromResult(Turns.Time(() => AccountLifetimes.Of(view)))));
        report.AtMost(
            ModelsBenchmark.Name,
            $"outlook of {company.Accounts.Length:N0} accounts, {lines:N0} lines",
            outlook[0].WallMs / 1000,
            "s",
            10
        );
    }

    private static async Task FitAsync(string name, double wanted, Func<FitReport> fit, JsonDocument? scipy, Report report)
    {
        FitReport? found = null;
        var own = (await Turns.RunAsync(new Contender(name, 5, () => Task.FromResult(Turns.Time(() => found = fit())), Warmups: 3)))[0];
        report.AtMost(ModelsBenchmark.Name, $"{name} of {Cohort:N0} customers", own.WallMs, "ms", wanted);
        report.Note(ModelsBenchmark.Name, $"{name}, processor", own.CpuMs, "ms");
        if (scipy is null)
            return;

        var other = scipy.RootElement.GetProperty(name);
        var (theirs, likelihood) = (other.GetProperty("ms").GetDouble(), other.GetProperty("logLikelihood").GetDouble());
        // Speed counts only for the right answer; who finds the better maximum has it.
        if (found!.LogLikelihood < likelihood - MostApart)
            throw new InvalidOperationException($"{name} ends at {found.LogLikelihood}, scipy at {likelihood}.");

        report.Note(ModelsBenchmark.Name, $"{name}, scipy", theirs, "ms");
        report.Note(ModelsBenchmark.Name, $"{name}, scipy takes as long", theirs / own.WallMs, "x");
    }

    private static PurchaseHistory[] Customers(int count)
    {
        var random = new Random(1);
        double Gamma(double shape, double rate) => MathNet.Numerics.Distributions.Gamma.Sample(random, shape, rate);
        double Wait(double rate) => MathNet.Numerics.Distributions.Exponential.Sample(random, rate);
        return [.. Enumerable.Range(0, count).Select(customer => Customer(27 + (customer % 84 / 7.0)))];

        PurchaseHistory Customer(double age)
        {
            // Fader, Hardie and Lee 2005: r 0.553, alpha 10.578, s 0.606, beta 11.669; weeks.
            var (rate, leaves) = (Gamma(0.553, 10.578), Wait(Gamma(0.606, 11.669)));
            var (x, last, end) = (0, 0.0, Math.Min(leaves, age));
            for (var now = Wait(rate); now < end; now += Wait(rate))
            {
                var day = Math.Ceiling(now * 7) / 7;
                // Purchases of one day are one.
                if (day > last && day <= age)
                    (x, last) = (x + 1, day);
            }

            return new(x, last, age);
        }
    }
}
