using Jingke.Analytics.Lifetime;
using MathNet.Numerics.Distributions;

namespace Jingke.Tests.Analytics.Lifetime;

/// <summary>Customers who behave exactly as a model says, from a fixed seed.</summary>
internal static class Simulated
{
    /// <summary>
    /// Customers of BG/NBD, or of MBG/NBD when they may leave after the first purchase too. The age is the weeks that each is observed,
    /// given its number.
    /// </summary>
    public static (PurchaseHistory[] Histories, int[] After) BetaGeometric(
        int count,
        (double R, double Alpha, double A, double B) model,
        bool mayLeaveAtOnce,
        Func<int, double> age,
        double weeksAfter = 0,
        int seed = 1
    )
    {
        var random = new Random(seed);
        return Customers(
            count,
            age,
            weeksAfter,
            () =>
            {
                var rate = Gamma.Sample(random, model.R, model.Alpha);
                var leave = Beta.Sample(random, model.A, model.B);
                return Purchases();

                IEnumerable<double> Purchases()
                {
                    var now = 0.0;
                    if (mayLeaveAtOnce && random.NextDouble() < leave)
                        yield break;

                    while (true)
                    {
                        now += Exponential.Sample(random, rate);
                        yield return now;
                        if (random.NextDouble() < leave)
                            yield break;
                    }
                }
            }
        );
    }

    /// <summary>Customers of Pareto/NBD.</summary>
    public static (PurchaseHistory[] Histories, int[] After) ParetoNbd(
        int count,
        (double R, double Alpha, double S, double Beta) model,
        Func<int, double> age,
        double weeksAfter = 0,
        int seed = 1
    )
    {
        var random = new Random(seed);
        return Customers(
            count,
            age,
            weeksAfter,
            () =>
            {
                var rate = Gamma.Sample(random, model.R, model.Alpha);
                var leaves = Exponential.Sample(random, Gamma.Sample(random, model.S, model.Beta));
                return Purchases();

                IEnumerable<double> Purchases()
                {
                    for (var now = Exponential.Sample(random, rate); now < leaves; now += Exponential.Sample(random, rate))
                        yield return now;
                }
            }
        );
    }

    /// <summary>Repeat purchases, 1 to 8, and mean spends of customers of Gamma-Gamma.</summary>
    public static (int[] Frequency, double[] Spend) GammaGamma(int count, (double P, double Q, double Gamma) model, int seed = 1)
    {
        var random = new Random(seed);
        var (frequency, spend) = (new int[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            frequency[i] = 1 + random.Next(8);
            var scale = Gamma.Sample(random, model.Q, model.Gamma);
            spend[i] = Gamma.Sample(random, model.P * frequency[i], scale) / frequency[i];
        }

        return (frequency, spend);
    }

    private static (PurchaseHistory[] Histories, int[] After) Customers(
        int count,
        Func<int, double> age,
        double weeksAfter,
        Func<IEnumerable<double>> customer
    )
    {
        var (histories, after) = (new PurchaseHistory[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            var (x, last, end) = (0, 0.0, age(i));
            foreach (var purchase in customer().TakeWhile(purchase => purchase <= end + weeksAfter))
            {
                if (purchase > end)
                {
                    after[i]++;
                    continue;
                }

                (x, last) = (x + 1, purchase);
            }

            histories[i] = new PurchaseHistory(x, last, end);
        }

        return (histories, after);
    }
}
